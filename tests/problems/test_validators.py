"""What each package's validator takes and what it refuses, at the borders of the constraints."""

from typing import Any

import pytest

from judge.problems.catalog import default_catalog

Call = tuple[str, list[Any]]


def valid(slug: str, **arguments: Any) -> bool:
    """Tell whether the package takes this input."""
    return default_catalog().get(slug).strategies().validate(arguments) is None


def calls(*calls: Call) -> dict[str, Any]:
    """Return the input of a class problem."""
    return {"calls": [name for name, _ in calls], "arguments": [values for _, values in calls]}


@pytest.mark.parametrize(
    "root",
    [
        [],
        [1],
        [None, 1, 2],
        [1, 2, None],
        [1, 2, None, None, None, 3],
        [1, 2, 1],
        [1, 2, True],
        [1, 2, 3.0],
        [1, 2, 1_000_000_001],
        [1, 2, "3"],
    ],
)
def test_a_tree_must_be_whole_and_its_values_unique(root: list[Any]) -> None:
    """Too small, no root, a trailing null, a child of nobody, a value twice or of another kind."""
    assert not valid("lca", root=root, p=1, q=2)


def test_a_tree_may_be_ten_thousand_levels_deep_and_no_deeper() -> None:
    """The longest chain a recursive solution has to bear."""
    deepest = [value for level in range(1, 10_000) for value in (level, None)] + [10_000]
    assert valid("lca", root=deepest, p=1, q=10_000)
    assert not valid("lca", root=[*deepest, None, 10_001], p=1, q=10_000)


@pytest.mark.parametrize(("p", "q"), [(2, 2), (4, 2), (1, 4), (None, 1), (True, 2), ("1", 2)])
def test_p_and_q_are_two_different_nodes_of_the_tree(p: Any, q: Any) -> None:
    """`True` is no node, though it equals 1."""
    assert not valid("lca", root=[1, 2, 3], p=p, q=q)
    assert valid("lca", root=[1, 2, 3], p=1, q=2)


@pytest.mark.parametrize(
    ("nums", "k"),
    [([], 1), ([1], 0), ([1], 2), ([1], True), ([1.0], 1), ([10_001], 1), ([False], 1)],
)
def test_an_array_has_a_k_th_largest(nums: list[Any], k: Any) -> None:
    """Never empty, k from 1 to n, whole numbers within the range."""
    assert not valid("kth-largest", nums=nums, k=k)
    assert valid("kth-largest", nums=[10_000, -10_000], k=2)
    assert not valid("kth-largest", nums=[0] * 100_001, k=1)


@pytest.mark.parametrize(
    ("nums", "target"),
    [([1, 1, 1], 2), ([1, 2], 4), ([2], 4), ([2, 3], 4), ([1, 3, 2, 2], 4), ([1, 2], True)],
)
def test_exactly_one_pair_adds_up(nums: list[int], target: int) -> None:
    """Not none, not two, and no number is its own partner."""
    assert not valid("two-sum", nums=nums, target=target)
    assert valid("two-sum", nums=[2, 2, 3], target=4)


def test_the_most_frequent_are_not_tied_with_the_next() -> None:
    """A tie inside the answer is none at its border."""
    assert valid("top-k-frequent", nums=[1, 1, 2, 2, 3], k=2)
    assert valid("top-k-frequent", nums=[1, 2], k=2)
    for k in (0, 1, 4, True):
        assert not valid("top-k-frequent", nums=[1, 1, 2, 2, 3], k=k)


def test_products_fit_into_32_bits() -> None:
    """Those of all numbers that are not 0, so that no order of multiplying leaves the range."""
    assert valid("product-except-self", nums=[2] * 30 + [0])
    assert not valid("product-except-self", nums=[2] * 31 + [0])
    assert not valid("product-except-self", nums=[1])
    assert not valid("product-except-self", nums=[31, 1])


@pytest.mark.parametrize("wrong", [[], [[2, 1]], [[1]], [[1, 2, 3]], [[-1, 0]], [[0, 10_001]], [1]])
def test_an_interval_has_a_start_and_an_end_in_order(wrong: list[Any]) -> None:
    """A single point is one, and there is at least one interval."""
    assert not valid("merge-intervals", intervals=wrong)
    assert valid("merge-intervals", intervals=[[0, 0], [0, 10_000]])


@pytest.mark.parametrize("word", ["A", "é", "a b", "a" * 101, 1])
def test_words_have_letters_from_a_to_z(word: Any) -> None:
    """No word at all and the empty word are inputs."""
    assert not valid("group-anagrams", strs=[word])
    assert valid("group-anagrams", strs=[])
    assert valid("group-anagrams", strs=["", "a" * 100])


def test_a_text_holds_whole_characters() -> None:
    """Half of a surrogate pair cannot be written as UTF-8."""
    assert valid("longest-unique-substring", s="a\x00\uffff\U0010ffff")
    assert not valid("longest-unique-substring", s="a\ud800")
    assert not valid("longest-unique-substring", s="a" * 100_001)


@pytest.mark.parametrize("digits", ["12a", "²", "٣", " ", "-1"])
@pytest.mark.parametrize("slug", ["letter-combinations", "decode-digits"])
def test_digits_are_the_ten_of_the_keypad(slug: str, digits: str) -> None:
    """What `str.isdigit` takes for a digit elsewhere is none here."""
    assert not valid(slug, digits=digits)


@pytest.mark.parametrize(("slug", "longest"), [("letter-combinations", 8), ("decode-digits", 20)])
def test_digits_are_few(slug: str, longest: int) -> None:
    """The answer grows with a power of the length."""
    assert valid(slug, digits="2" * longest)
    assert not valid(slug, digits="2" * (longest + 1))


@pytest.mark.parametrize(
    "wrong",
    [
        calls(),
        calls(("get", [1])),
        calls(("LRUCache", [0])),
        calls(("LRUCache", [1]), ("LRUCache", [1])),
        calls(("LRUCache", [1]), ("get", [])),
        calls(("LRUCache", [1]), ("get", [-1])),
        calls(("LRUCache", [1]), ("put", [1, True])),
        calls(("LRUCache", [1]), ("put", [1])),
    ],
)
def test_a_cache_is_made_once_and_called_rightly(wrong: dict[str, Any]) -> None:
    """Unknown methods, missing arguments and negative keys are no input."""
    assert not valid("lru-cache", **wrong)


def test_time_never_runs_backwards() -> None:
    """Equal times happen; an earlier time after a later one does not, whoever asks."""
    made = ("RateLimiter", [1, 10])
    assert valid("rate-limiter", **calls(made, ("allow", ["a", 5]), ("allow", ["b", 5])))
    assert not valid("rate-limiter", **calls(made, ("allow", ["a", 5]), ("allow", ["b", 4])))
    assert not valid("rate-limiter", **calls(made, ("allow", ["", 5])))
    assert not valid("rate-limiter", **calls(("RateLimiter", [0, 10])))


def test_a_queue_is_told_the_time_in_order() -> None:
    """By all calls but `send`; receipts are from 1."""
    made: Call = ("MessageQueue", [10, 1])
    assert valid("message-queue", **calls(made, ("receive", [5]), ("send", ["a"]), ("ack", [1, 5])))
    assert not valid("message-queue", **calls(made, ("receive", [5]), ("ack", [1, 4])))
    for wrong in (("ack", [0, 5]), ("nack", [True, 5]), ("send", [""]), ("send", ["x" * 51])):
        assert not valid("message-queue", **calls(made, wrong))
    assert not valid("message-queue", **calls(("MessageQueue", [0, 1])))
    assert not valid("message-queue", **calls(("MessageQueue", [1, 1_001])))


@pytest.mark.parametrize(
    "wrong",
    [
        ["", "x", 1, 5],
        ["a", "d" * 21, 1, 5],
        ["a", "x", 0, 5],
        ["a", "x", True, 5],
        ["a", "x", 1, 4],
    ],
)
def test_a_transaction_has_names_money_and_a_later_time(wrong: list[Any]) -> None:
    """And each limit of a detector is at least 1."""
    made, first = ("FraudDetector", [10, 1, 1, 1]), ("check", ["a", "x", 1, 5])
    assert valid("fraud-detector", **calls(made, first, first))
    assert not valid("fraud-detector", **calls(made, first, ("check", wrong)))
    assert not valid("fraud-detector", **calls(("FraudDetector", [10, 1, 1, 0]), first))


def test_a_user_has_a_hundred_topics_at_most() -> None:
    """At a time: one that was left makes room for another. Times of deliveries never decrease."""
    made: Call = ("Notifier", [1, 10])
    many: list[Call] = [("subscribe", ["a", str(number)]) for number in range(100)]
    more: Call = ("subscribe", ["a", "more"])
    assert valid("notifications", **calls(made, *many, ("unsubscribe", ["a", "7"]), more))
    assert valid("notifications", **calls(made, *many, ("subscribe", ["a", "7"])))
    assert not valid("notifications", **calls(made, *many, more))
    late, early = ("deliver", ["a", 5]), ("deliver", ["b", 4])
    assert valid("notifications", **calls(made, early, late, late))
    assert not valid("notifications", **calls(made, late, early))
    assert not valid("notifications", **calls(made, ("publish", ["x", 1, 10])))
    assert not valid("notifications", **calls(("Notifier", [0, 10])))


def test_a_ring_has_two_hundred_servers_at_most() -> None:
    """At a time: those that were removed do not count, nor those that were there already."""
    made: Call = ("HashRing", [])
    full: list[Call] = [("add", [str(number)]) for number in range(200)]
    assert valid("consistent-hash", **calls(made, *full, ("add", ["7"])))
    assert valid("consistent-hash", **calls(made, *full, ("remove", ["7"]), ("add", ["x"])))
    assert not valid("consistent-hash", **calls(made, *full, ("remove", ["x"]), ("add", ["x"])))
    for wrong in (("owners", ["k", 0]), ("owners", ["k", 11]), ("owners", ["k", True])):
        assert not valid("consistent-hash", **calls(made, wrong))
    for text in ("", "x" * 21, "\ud800", 1):
        assert not valid("consistent-hash", **calls(made, ("add", [text])))


def test_a_result_is_that_of_an_earlier_shorten() -> None:
    """A code comes from a call that gave one, never from later or from another method."""
    made: Call = ("UrlShortener", [])
    given = ("shorten", ["u"])
    assert valid("url-shortener", **calls(made, given, ("expand", [{"result": 1}])))
    for number in (0, 2, 3, -1, True, "1"):
        asked = calls(made, given, ("expand", [{"result": number}]), given)
        assert not valid("url-shortener", **asked)
    assert not valid("url-shortener", **calls(made, ("shorten", [""])))


def test_a_post_id_is_posted_once() -> None:
    """Not twice by one user, nor by two."""
    made: Call = ("NewsFeed", [])
    assert valid("news-feed", **calls(made, ("post", [1, 1]), ("post", [1, 2])))
    assert not valid("news-feed", **calls(made, ("post", [1, 1]), ("post", [2, 1])))
    assert not valid("news-feed", **calls(made, ("feed", [1, 2])))


@pytest.mark.parametrize(
    "wrong",
    [
        calls(("Analytics", [1])),
        calls(("Analytics", []), ("record", ["", "u", 0])),
        calls(("Analytics", []), ("record", ["a", "u" * 21, 0])),
        calls(("Analytics", []), ("record", ["a", "u", -1])),
        calls(("Analytics", []), ("views", ["a", 0, 0])),
        calls(("Analytics", []), ("unique_users", ["a", 3_601, 0])),
        calls(("Analytics", []), ("top", [0, 1, 0])),
        calls(("Analytics", []), ("top", [101, 1, 0])),
        calls(("Analytics", []), ("top", [True, 1, 0])),
        calls(("Analytics", []), ("record", ["a", "u", 5]), ("top", [1, 1, 4])),
        calls(("Analytics", []), ("views", ["a", 1, 5]), ("record", ["a", "u", 4])),
    ],
)
def test_records_and_questions_share_one_time(wrong: dict[str, Any]) -> None:
    """No earlier second after a later one, and no window, k or text outside its bounds."""
    assert not valid("realtime-analytics", **wrong)
    made: Call = ("Analytics", [])
    asked: Call = ("top", [100, 3_600, 5])
    assert valid("realtime-analytics", **calls(made, ("record", ["a", "u" * 20, 5]), asked))


@pytest.mark.parametrize(
    "wrong",
    [
        calls(("Inventory", [])),
        calls(("Inventory", [0])),
        calls(("Inventory", [1]), ("restock", ["s", 0])),
        calls(("Inventory", [1]), ("restock", ["s", 1_000_001])),
        calls(("Inventory", [1]), ("restock", ["s", True])),
        calls(("Inventory", [1]), ("reserve", ["o", "s", 1])),
        calls(("Inventory", [1]), ("reserve", ["", "s", 1, 0])),
        calls(("Inventory", [1]), ("reserve", ["o", "s" * 21, 1, 0])),
        calls(("Inventory", [1]), ("confirm", ["o", 5]), ("available", ["s", 4])),
    ],
)
def test_an_inventory_is_told_units_and_a_time(wrong: dict[str, Any]) -> None:
    """`restock` alone is not told the time; no call is told an earlier one."""
    assert not valid("inventory", **wrong)
    made: Call = ("Inventory", [1])
    given: list[Call] = [("cancel", ["o", 5]), ("restock", ["s", 1]), ("available", ["s", 5])]
    assert valid("inventory", **calls(made, *given))


@pytest.mark.parametrize(
    "slug",
    [
        "lru-cache",
        "rate-limiter",
        "url-shortener",
        "news-feed",
        "message-queue",
        "fraud-detector",
        "realtime-analytics",
        "inventory",
        "notifications",
        "consistent-hash",
    ],
)
@pytest.mark.parametrize("name", [None, [], {}, 1, "", "__init__", "GET"])
def test_a_call_is_a_known_method(slug: str, name: Any) -> None:
    """Input that people type is refused with a reason, whatever it holds."""
    sample = default_catalog().get(slug).samples[0].arguments
    given = {
        "calls": [*sample["calls"], name],
        "arguments": [*sample["arguments"], sample["arguments"][-1]],
    }
    assert not valid(slug, **given)
