"""What is found for candidates' mistakes, against the smallest input that shows each."""

import itertools
import random
import string
from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from judge.reduction.moves import Move
from judge.reduction.reducer import AHEAD, CALLS, Bounds, Found, reduce_input
from judge.reduction.weights import weight
from judge.values.interface import Interface
from tests.judge.reduction.interfaces import (
    KTH,
    LCA,
    LRU,
    TEXT,
    Arguments,
    Function,
    differs,
    kth_fault,
    lru_fault,
    moves,
)

# --- k-th largest -----------------------------------------------------------------------------


def kth(nums: list[int], k: int) -> int:
    return sorted(nums)[-k]


@pytest.mark.parametrize(
    ("wrong", "nums", "k"),
    [
        pytest.param(lambda nums, k: sorted(nums)[k - 1], [1, 2], 1, id="k-th smallest"),
        pytest.param(lambda nums, k: sorted(nums)[::-1][k], [1], 1, id="index error at k = n"),
        pytest.param(lambda nums, k: sorted(set(nums))[-k], [1, 1], 2, id="duplicates dropped"),
        pytest.param(lambda nums, k: kth([max(n, 0) for n in nums], k), [-1], 1, id="zero least"),
        pytest.param(lambda nums, k: sorted(nums, key=abs)[-k], [1, -1], 1, id="absolute values"),
        pytest.param(
            lambda nums, k: kth(nums, k) + (k == len(nums) > 3), [1, 2, 3, 4], 4, id="k = n"
        ),
        pytest.param(
            lambda nums, k: kth(nums, k) + any(n < -1 and nums.count(n) > 1 for n in nums),
            [-2, -2],
            1,
            id="negative duplicates",
        ),
        pytest.param(lambda nums, k: min(kth(nums, k), 4_999), [5_000], 1, id="too small a table"),
    ],
)
def test_a_list_and_its_number_come_down_together(wrong: Function, nums: list[int], k: int) -> None:
    """From a long list with big numbers to the smallest that a person would write."""
    many = [17, 5_113, -40, 5_113, -977, 17, -40, 8, 9_001, -40, 3, 12]
    starts: Iterator[Arguments] = (
        {"nums": many[:n], "k": k} for n in range(12, 0, -1) for k in (n, 1, 2) if k <= n
    )
    fails = differs(kth, wrong)
    start = next(start for start in starts if fails(start))
    found = reduce_input(moves(KTH), kth_fault, start, fails)
    assert found.arguments == {"nums": nums, "k": k}
    assert found.minimal
    assert found.calls <= 600


# --- lowest common ancestor -------------------------------------------------------------------

Node = list[Any]  # value, left, right


def grown(order: list[int | None]) -> Node | None:
    """Build the tree of a level-order list; None when it is none."""
    if not order or order[0] is None or order[-1] is None:
        return None
    root: Node = [order[0], None, None]
    holes = deque([(root, 1), (root, 2)])
    for value in order[1:]:
        if not holes:
            return None
        parent, side = holes.popleft()
        if value is not None:
            parent[side] = [value, None, None]
            holes += [(parent[side], 1), (parent[side], 2)]
    return root


def lca_fault(arguments: Arguments) -> str | None:
    values = [value for value in arguments["root"] if value is not None]
    p, q = arguments["p"], arguments["q"]
    inside = len(set(values)) == len(values) and grown(arguments["root"]) is not None
    return None if inside and p != q and {p, q} <= set(values) else "outside"


def path(node: Node | None, value: int) -> list[int]:
    """Return the values from the root down to one."""
    if node is None:
        return []
    if node[0] == value:
        return [value]
    below = path(node[1], value) or path(node[2], value)
    return [node[0], *below] if below else []


def lca(root: list[int | None], p: int, q: int) -> int:
    tree = grown(root)
    pairs = zip(path(tree, p), path(tree, q), strict=False)
    return [one for one, two in pairs if one == two][-1]


def first_hit(root: list[int | None], p: int, q: int) -> int:
    def found(node: Node | None) -> Node | None:
        if node is None or node[0] in {p, q}:
            return node
        return found(node[1]) or found(node[2])

    hit = found(grown(root))
    assert hit is not None
    return int(hit[0])


def not_its_own_ancestor(root: list[int | None], p: int, q: int) -> int:
    tree = grown(root)
    pairs = zip(path(tree, p)[:-1], path(tree, q)[:-1], strict=False)
    return [one for one, two in pairs if one == two][-1]


def search_tree_rule(root: list[int | None], p: int, q: int) -> int | None:
    node = grown(root)
    while node:
        if p < node[0] and q < node[0]:
            node = node[1]
        elif p > node[0] and q > node[0]:
            node = node[2]
        else:
            return int(node[0])
    return None


def one_step_late(root: list[int | None], p: int, q: int) -> int:
    tree = grown(root)
    one, two = path(tree, p), path(tree, q)
    pairs = list(zip(one, two, strict=False))
    same = [a for a, b in pairs if a == b]
    return same[-2] if len(same) > 2 else same[-1]


def never_popped(root: list[int | None], p: int, q: int) -> int:
    def walked(node: Node | None, value: int, seen: list[int]) -> bool:
        if node is None:
            return False
        seen.append(node[0])
        return node[0] == value or walked(node[1], value, seen) or walked(node[2], value, seen)

    one: list[int] = []
    two: list[int] = []
    walked(grown(root), p, one)
    walked(grown(root), q, two)
    return [a for a, b in zip(one, two, strict=False) if a == b][-1]


@pytest.mark.parametrize(
    ("wrong", "values"),
    [
        (first_hit, 3),
        (not_its_own_ancestor, 2),
        (search_tree_rule, 3),
        (one_step_late, 4),
        (never_popped, 3),
    ],
)
def test_a_tree_comes_down_as_a_tree(wrong: Function, values: int) -> None:
    """A tree of eleven nodes with odd values becomes one of a few, numbered from 1."""
    root = [300, -5, 81, 60, 2, 0, 88, None, None, 77, 4]
    fails = differs(lca, wrong)
    nodes = [value for value in root if value is not None]
    for p, q in list(itertools.permutations(nodes, 2))[::9]:
        start = {"root": root, "p": p, "q": q}
        if fails(start):
            found = reduce_input(moves(LCA), lca_fault, start, fails)
            shown = [value for value in found.arguments["root"] if value is not None]
            assert sorted(shown) == list(range(1, values + 1))
            assert found.calls <= 600


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        (first_hit, {"root": [1, 2, 3], "p": 2, "q": 3}),
        (not_its_own_ancestor, {"root": [1, 2], "p": 1, "q": 2}),
        (search_tree_rule, {"root": [1, 2, 3], "p": 2, "q": 3}),
    ],
)
def test_a_tree_is_shown_as_people_write_it(wrong: Function, shown: Arguments) -> None:
    """The root is 1, its children follow, a lone child is the left one."""
    start = {"root": [9, None, 4, 7, 2, None, 5], "p": 5, "q": 2}
    if wrong is not_its_own_ancestor:
        start["q"] = 7
    assert reduce_input(moves(LCA), lca_fault, start, differs(lca, wrong)).arguments == shown


def test_a_long_chain_is_cut_to_the_depth_that_fails() -> None:
    """A recursion that is lost at 500 levels is shown at about 500, within the bound."""
    root = [1, *itertools.chain.from_iterable((None, n) for n in range(2, 1_100))]
    start = {"root": root, "p": 900, "q": 1_099}

    def fails(arguments: Arguments) -> bool:
        return sum(value is not None for value in arguments["root"]) >= 500

    found = reduce_input(moves(LCA), lca_fault, start, fails, Bounds(seconds=60.0))
    assert not found.guard_fired
    assert 500 <= sum(value is not None for value in found.arguments["root"]) <= 600


# --- texts ------------------------------------------------------------------------------------


def longest(s: str) -> int:
    return max((len(part) for part in parts(s) if len(set(part)) == len(part)), default=0)


def parts(s: str) -> Iterator[str]:
    return (s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1))


def left_end_moves_back(s: str) -> int:
    best = left = 0
    last: dict[str, int] = {}
    for i, letter in enumerate(s):
        left = last.get(letter, left - 1) + 1
        last[letter] = i
        best = max(best, i - left + 1)
    return best


def clears_the_window(s: str) -> int:
    window: list[str] = []
    best = 0
    for letter in s:
        window = [letter] if letter in window else [*window, letter]
        best = max(best, len(window))
    return best


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        pytest.param(left_end_moves_back, "abba", id="left end moves back"),
        pytest.param(clears_the_window, "abac", id="clears the window"),
        pytest.param(lambda s: longest(s[:-1]), "a", id="last window never compared"),
        pytest.param(lambda s: longest(s) - (len(set(s)) < len(s)), "aa", id="strict"),
        pytest.param(lambda s: longest(s.lower()), "aA", id="case folded"),
        pytest.param(lambda s: longest(s.strip()), " ", id="stripped"),
        pytest.param(
            lambda s: [0] * 128 and longest(s.encode("ascii", "ignore").decode()),
            "\u00e4",
            id="a table of 128",
        ),
        pytest.param(
            lambda s: longest("".join(c for c in s if c < "\uffff")),
            "\U00010000",
            id="above U+FFFF",
        ),
    ],
)
def test_a_text_comes_down_to_simple_letters(wrong: Function, shown: str) -> None:
    """As few characters as can be, and the plainest ones that still show it."""
    fails = differs(longest, wrong)
    start = next(
        {"s": s}
        for s in (
            " tmmzZux\u00e9t \u6f22dv\U0001f600df abqqbaW ",
            "zZpwwkwpzq dvdf",
            "qqabc",
            " ab",
        )
        if fails({"s": s})
    )
    found = reduce_input(moves(TEXT), lambda _: None, start, fails)
    assert len(found.arguments["s"]) == len(shown)
    if shown.isascii():
        assert found.arguments == {"s": shown}
    assert found.calls <= 1_000


KEYS = dict(
    zip("23456789", ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"], strict=True)
)


def combinations(s: str) -> list[str]:
    letters = [KEYS.get(digit, "") for digit in s]
    return sorted("".join(each) for each in itertools.product(*letters)) if s else []


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        pytest.param(lambda s: combinations(s) or [""], "", id="empty"),
        pytest.param(lambda s: [c for c in combinations(s) if "s" not in c], "7", id="three for 7"),
        pytest.param(lambda s: sorted(set(combinations(s[:2]))), "222", id="two digits only"),
        pytest.param(lambda s: combinations(s.replace("1", "")), "12", id="1 skipped"),
        pytest.param(
            lambda s: [c for c in combinations(s) if len(set(c)) == len(c)],
            "22",
            id="permutations",
        ),
    ],
)
def test_a_text_of_digits_stays_one(wrong: Function, shown: str) -> None:
    """The package's own rules are kept: no letter gets into a text of digits."""

    def fault(arguments: Arguments) -> str | None:
        s = arguments["s"]
        return None if len(s) <= 8 and set(s) <= set(string.digits) else "outside"

    fails = differs(combinations, wrong)
    start = next({"s": s} for s in ("73722", "1722", "4177", "72277", "22", "0") if fails({"s": s}))
    found = reduce_input(moves(TEXT), fault, start, fails)
    assert fault(found.arguments) is None
    assert len(found.arguments["s"]) == len(shown)


# --- calls ------------------------------------------------------------------------------------


def lru(calls: list[str], arguments: list[list[int]], *, refresh: bool = True) -> list[Any]:
    """Play an LRU cache; without `refresh`, a get does not count as a use."""
    capacity = arguments[0][0]
    kept: OrderedDict[int, int] = OrderedDict()
    results: list[Any] = [None]
    for name, given in zip(calls[1:], arguments[1:], strict=True):
        key = given[0]
        if name == "get":
            results.append(kept.get(key, -1))
            if refresh and key in kept:
                kept.move_to_end(key)
            continue
        kept[key] = given[1]
        kept.move_to_end(key)
        if len(kept) > capacity:
            kept.popitem(last=False)
        results.append(None)
    return results


def test_calls_come_down_to_the_shortest_story() -> None:
    """Sixty calls become the five, after the constructor, that show a get that does not refresh."""
    calls, given = ["LRUCache"], [[5]]
    rng = random.Random(1)
    for i in range(60):
        key = rng.randrange(100, 110)
        calls.append(rng.choice(("get", "put")))
        given.append([key] if calls[-1] == "get" else [key, i * 1_000])
    start = {"calls": calls, "arguments": given}

    def fails(arguments: Arguments) -> bool:
        return lru(**arguments) != lru(**arguments, refresh=False)

    assert fails(start)
    found = reduce_input(moves(LRU), lru_fault, start, fails)
    assert found.arguments["calls"] == ["LRUCache", "put", "put", "get", "put", "get"]
    assert found.arguments["arguments"][0] == [2]
    assert max(max(each) for each in found.arguments["arguments"]) <= 3


def test_a_call_gives_way_to_one_that_takes_less() -> None:
    """Where any call fails, the one with the fewest arguments is shown."""
    start = {"calls": ["LRUCache", "put"], "arguments": [[1], [7, 9]]}
    found = reduce_input(
        moves(LRU), lru_fault, start, lambda arguments: len(arguments["calls"]) > 1
    )
    assert found.arguments == {"calls": ["LRUCache", "get"], "arguments": [[1], [1]]}


def test_numbers_that_keep_their_distance_begin_at_one() -> None:
    """A 0 says more than it should: times that only must lie two apart are shown as 1 and 3."""
    start = {"calls": ["LRUCache", "get", "get"], "arguments": [[1], [0], [2]]}

    def fails(arguments: Arguments) -> bool:
        gets = [given[0] for given in arguments["arguments"][1:]]
        return len(gets) == 2 and gets[1] - gets[0] == 2

    found = reduce_input(moves(LRU), lru_fault, start, fails)
    assert found.arguments["arguments"] == [[1], [1], [3]]


def test_references_follow_the_calls_they_name() -> None:
    """Dropping a call renumbers what points behind it, and takes what points at it along."""
    start = {
        "calls": ["Shortener", "shorten", "shorten", "expand", "shorten", "expand"],
        "arguments": [[], ["aa"], ["bb"], [{"result": 2}], ["cc"], [{"result": 4}]],
    }
    seen: list[Arguments] = []

    def fails(arguments: Arguments) -> bool:
        seen.append(arguments)
        return ["cc"] in arguments["arguments"] and arguments["calls"][-1] == "expand"

    interface = Interface("class", ("Shortener",), ())
    found = reduce_input(moves(interface), lambda _: None, start, fails)
    assert found.arguments == {
        "calls": ["Shortener", "shorten", "expand"],
        "arguments": [[], ["cc"], [{"result": 1}]],
    }
    for arguments in seen:
        for index, each in enumerate(arguments["arguments"]):
            assert all(v["result"] < index for v in each if isinstance(v, dict))


# --- the reducer itself -----------------------------------------------------------------------


def test_the_constraints_are_never_left() -> None:
    """The submission is asked only about inputs that the package's own validator allows."""
    asked: list[Arguments] = []

    def fails(arguments: Arguments) -> bool:
        asked.append(arguments)
        return sum(arguments["nums"]) % 7 == 3

    reduce_input(moves(KTH), kth_fault, {"nums": [40, 50, 60, 70, 80, 1, 9], "k": 4}, fails)
    assert asked
    assert all(kth_fault(arguments) is None for arguments in asked)


def test_no_input_is_asked_twice_and_none_is_larger() -> None:
    """Each call is spent on something new and smaller."""
    start = {"nums": [4, 5, 6, 7], "k": 3}
    asked: list[Arguments] = []

    def fails(arguments: Arguments) -> bool:
        asked.append(arguments)
        return len(arguments["nums"]) > 1

    found = reduce_input(moves(KTH), kth_fault, start, fails)
    assert len({str(each) for each in asked}) == len(asked) == found.calls
    assert all(weight(each) < weight(start) for each in asked)


def test_what_the_validator_is_asked_is_mostly_foreseen() -> None:
    """So that a validator which is slow to reach is asked about many inputs together."""
    foreseen: list[list[str]] = []
    asked: list[str] = []

    def fault(arguments: Arguments) -> str | None:
        asked.append(str(arguments))
        return lca_fault(arguments)

    def foresee(inputs: Sequence[Arguments]) -> None:
        foreseen.append([str(each) for each in inputs])

    start = {"root": [1, 2, 3], "p": 2, "q": 3}  # no move helps, so that all pairs are tried
    found = reduce_input(moves(LCA), fault, start, lambda each: each == start, foresee=foresee)
    known = {each for group in foreseen for each in group}
    assert found.arguments == start
    assert len(asked) > 200
    assert len([each for each in asked if each not in known]) + len(foreseen) < len(asked) / 3
    assert max(map(len, foreseen)) <= AHEAD


def test_an_input_that_two_moves_lead_to_is_left_once() -> None:
    """Most ways by two moves lead to inputs that others led to; these cost nothing more."""
    left: list[Arguments] = []

    def lower(arguments: Arguments) -> Iterator[Arguments]:
        left.append(arguments)
        yield from ({"k": arguments["k"] - step} for step in (1, 1, 2))

    found = reduce_input([Move(lower)], lambda _: None, {"k": 9}, lambda a: a["k"] == 9)
    assert found.arguments == {"k": 9}
    assert [each["k"] for each in left] == [9, 9, 8, 7]


def test_a_validator_that_raises_refuses() -> None:
    """A candidate of a form the author never thought of is outside, not a crash."""

    def fault(arguments: Arguments) -> str | None:
        return None if arguments["nums"][2] else "outside"

    found = reduce_input(moves(KTH), fault, {"nums": [4, 5, 6, 7], "k": 1}, lambda _: True)
    assert found.arguments == {"nums": [1, 2, 3], "k": 1}


def test_two_changes_at_once_leave_a_local_minimum() -> None:
    """An even number of characters cannot be cut by one, but by two."""
    found = reduce_input(
        moves(TEXT), lambda _: None, {"s": "aaaaaa"}, lambda a: len(a["s"]) % 2 == 0 < len(a["s"])
    )
    assert found.arguments == {"s": "ab"}


def test_calls_are_bounded_whatever_the_submission_does() -> None:
    """A submission that fails for no reason at all costs no more than the budget."""
    count = iter(range(10**6))
    start = {"nums": list(range(900, 1_000)), "k": 50}
    found = reduce_input(moves(KTH), kth_fault, start, lambda _: next(count) % 5 == 0)
    assert found.calls <= CALLS
    assert next(count) == found.calls


def test_the_result_is_the_same_each_time() -> None:
    """Nothing hangs on sets, hashes or the clock."""

    def once() -> Found:
        start = {"nums": [31, -4, 159, -26, 5, 35, 89], "k": 3}
        return reduce_input(moves(KTH), kth_fault, start, lambda a: sum(a["nums"]) % 5 == 4)

    assert once() == once()
