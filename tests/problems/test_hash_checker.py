"""The rules of `consistent-hash`, one by one, and answers that want to deceive."""

from collections.abc import Iterator
from fractions import Fraction
from math import comb
from typing import Any

import pytest

from judge.problems.catalog import default_catalog
from tests.package_code import module_of

Call = tuple[str, list[Any]]
AB: list[Call] = [("add", ["a"]), ("add", ["b"])]


def said(played: list[Call], results: Any) -> Any:
    """Return what the checker says to these calls and their results, True for the additions."""
    arguments = {
        "calls": ["HashRing", *(name for name, _ in played)],
        "arguments": [[], *(values for _, values in played)],
    }
    checker = module_of(default_catalog().get("consistent-hash"), "checker.py")
    return checker.check(arguments, None, results)


def judged(played: list[Call], *results: Any) -> Any:
    """Return the sentence about the last call, after two servers were added."""
    found = said([*AB, *played], [None, True, True, *results])
    return found[1] if isinstance(found, tuple) else found


@pytest.mark.parametrize("owner", ["a", "b"])
def test_either_server_may_own_a_key(owner: str) -> None:
    """The ranking is the submission's own choice."""
    assert judged([("owner", ["k"])], owner) is None
    assert judged([("owners", ["k", 2]), ("owner", ["k"])], sorted("ab"), "a") is None


@pytest.mark.parametrize("owner", [None, "c", "", "A", 1, True, ["a"], b"a", object()])
def test_an_owner_is_a_server_that_is_there(owner: Any) -> None:
    """Whatever else comes back gets a short sentence, never an exception."""
    assert judged([("owner", ["k"])], owner) is not None


@pytest.mark.parametrize(
    "servers",
    [None, [], ["a"], ["a", "a"], ["a", "c"], ["a", "b", "a"], ["a", 1], ("a", "b"), "ab"],
)
def test_owners_are_so_many_different_servers(servers: Any) -> None:
    """Neither fewer nor more, each once, and in a list."""
    assert judged([("owners", ["k", 2])], servers) is not None
    assert judged([("owners", ["k", 5])], servers) is not None
    assert judged([("owners", ["k", 5])], ["b", "a"]) is None


def test_without_servers_there_is_no_owner() -> None:
    """None and the empty list, nothing else."""
    played: list[Call] = [("owner", ["k"]), ("owners", ["k", 1])]
    assert said(played, [None, None, []]) is None
    assert said(played, [None, "", []]) is not None
    assert said(played, [None, None, None]) is not None


def test_adding_and_removing_tell_what_was_there() -> None:
    """Exactly True and False."""
    played: list[Call] = [("remove", ["a"]), ("add", ["a"]), ("add", ["a"]), ("remove", ["a"])]
    assert said(played, [None, False, True, False, True]) is None
    for place in range(1, 5):
        results: list[Any] = [None, False, True, False, True]
        results[place] = int(results[place])
        assert said(played, results)[0] == place


def test_the_same_servers_give_the_same_answer() -> None:
    """Also after others have come and gone."""
    played: list[Call] = [("owner", ["k"]), ("remove", ["b"]), ("add", ["b"]), ("owner", ["k"])]
    assert judged(played, "a", True, True, "a") is None
    sentence = judged(played, "a", True, True, "b")
    assert "call 3 gave 'a' for the same key and the same servers" in sentence
    assert "call 6" in sentence


def test_owner_is_the_first_of_owners() -> None:
    """And `owners` of fewer is the beginning of `owners` of more."""
    assert judged([("owners", ["k", 2]), ("owner", ["k"])], ["a", "b"], "b") is not None
    assert judged([("owner", ["k"]), ("owners", ["k", 2])], "b", ["a", "b"]) is not None
    assert judged([("owners", ["k", 1]), ("owners", ["k", 2])], ["b"], ["b", "a"]) is None


def test_two_servers_that_stay_keep_their_order() -> None:
    """A key moves to a server that has come, or away from one that has gone, and nowhere else."""
    came: list[Call] = [("owner", ["k"]), ("add", ["c"]), ("owner", ["k"])]
    assert judged(came, "a", True, "a") is None
    assert judged(came, "a", True, "c") is None
    sentence = judged(came, "a", True, "b")
    assert "call 3 placed 'a' before 'b'" in sentence
    left: list[Call] = [
        ("owners", ["k", 2]),
        ("remove", ["a"]),
        ("add", ["c"]),
        ("owners", ["k", 3]),
    ]
    assert judged(left, ["a", "b"], True, True, ["c", "b"]) is None
    assert judged(left, ["a", "b"], True, True, ["b", "c"]) is None
    both: list[Call] = [
        ("add", ["c"]),
        ("owners", ["k", 3]),
        ("remove", ["a"]),
        ("owners", ["k", 2]),
    ]
    assert judged(both, True, ["a", "b", "c"], True, ["b", "c"]) is None
    assert judged(both, True, ["a", "b", "c"], True, ["c", "b"]) is not None


def test_what_was_seen_in_part_binds_what_follows() -> None:
    """Of three servers `a` came first; without `a` and with `d`, `b` and `c` are still free."""
    start: list[Call] = [("add", ["c"]), ("owner", ["k"]), ("remove", ["a"]), ("owners", ["k", 2])]
    for order in (["b", "c"], ["c", "b"]):
        assert judged(start, True, "a", True, order) is None
    again: list[Call] = [*start, ("add", ["a"]), ("owners", ["k", 3])]
    assert judged(again, True, "a", True, ["c", "b"], True, ["a", "c", "b"]) is None
    assert judged(again, True, "a", True, ["c", "b"], True, ["a", "b", "c"]) is not None


@pytest.mark.parametrize(
    ("keys", "first", "right"),
    [
        (1_000, 200, True),
        (1_000, 199, False),
        (1_000, 800, True),
        (1_000, 801, False),
        (1_000, 1_000, False),
        (999, 999, True),
    ],
)
def test_both_borders_of_balance_are_allowed(keys: int, first: int, right: bool) -> None:
    """Of two servers each owns 1/5 to 4/5; below 500 keys for each nothing is judged."""
    played: list[Call] = [("owner", [f"k{number}"]) for number in range(keys)]
    results = ["a"] * first + ["b"] * (keys - first)
    sentence = judged(played, *results)
    assert (sentence is None) is right
    assert right or "the load is uneven" in sentence


@pytest.mark.parametrize("wrong", [None, "c", 1, ["a"], object()])
def test_one_wrong_owner_among_many_is_named(wrong: Any) -> None:
    """Keys asked for the first time are looked at together, and singly where one is wrong."""
    played: list[Call] = [("owner", [f"k{number}"]) for number in range(1_200)]
    results: list[Any] = ["a", "b"] * 600
    assert judged(played, *results) is None
    results[1_100] = wrong
    assert said([*AB, *played], [None, True, True, *results])[0] == 1_103
    assert judged([*played, ("owner", ["k7"])], *["a", "b"] * 600, "a") is not None


def test_keys_asked_again_count_once() -> None:
    """A thousand questions about one key are one key."""
    played: list[Call] = [("owner", ["k"])] * 1_500
    assert judged(played, *["a"] * 1_500) is None


def test_another_rule_is_named_before_balance() -> None:
    """By the call that breaks it."""
    played: list[Call] = [
        *(("owner", [f"k{number}"]) for number in range(1_000)),
        ("owner", ["k0"]),
    ]
    found = said([*AB, *played], [None, True, True, *["a"] * 1_000, "b"])
    assert found[0] == 1_003
    assert "the same servers" in found[1]


@pytest.mark.parametrize("results", [None, [], [None], [None, True, True, 1], "abc", {0: None}])
def test_one_result_for_each_call(results: Any) -> None:
    """An answer of another length or kind is wrong, never an exception."""
    assert said(AB, results) is not None


def judged_sets() -> Iterator[tuple[int, int]]:
    """Yield how many servers and keys each set has whose balance the cases judge."""
    strategies = module_of(default_catalog().get("consistent-hash"), "strategies.py")
    for arguments in [*strategies.edges(), *(case for _, case in strategies.scales())]:
        servers: frozenset[str] = frozenset()
        keys: dict[frozenset[str], set[str]] = {}
        for name, values in zip(arguments["calls"][1:], arguments["arguments"][1:], strict=True):
            if name == "add":
                servers |= {values[0]}
            elif name == "remove":
                servers -= {values[0]}
            else:
                keys.setdefault(servers, set()).add(values[0])
        for some, asked in keys.items():
            if len(some) >= 2 and len(asked) >= 500 * len(some):
                yield len(some), len(asked)


def chance_of_a_false_alarm(servers: int, keys: int, points: int) -> Fraction:
    """Return a bound, in whole numbers: the beta-binomial tails of a server, times the servers."""
    others = points * (servers - 1)
    ways = comb(keys + others - 1, keys)  # to share the keys out so that this server has none
    inside = 0
    for count in range(2 * keys // servers + 1):
        inside += ways if 5 * count * servers >= 2 * keys else 0
        ways = ways * (count + points) * (keys - count)
        ways //= (count + 1) * (keys - count + others - 1)
    total = comb(keys + others + points - 1, keys)
    return servers * Fraction(total - inside, total)


@pytest.mark.slow
def test_a_good_ring_is_called_uneven_less_than_once_in_a_thousand_million() -> None:
    """With 100 points a server, over all sets that the cases judge; with five nearly always."""
    judged = list(judged_sets())
    assert sorted(judged) == [(2, 1_000), (3, 1_500), (10, 5_000), (200, 200_000)]
    assert sum(chance_of_a_false_alarm(*one, points=100) for one in judged) < 1e-9
    assert chance_of_a_false_alarm(200, 100_000, points=100) < 1e-9
    assert chance_of_a_false_alarm(10, 5_000, points=5) > 0.5
