"""Sequences of calls, against the shortest that shows a candidate's mistake."""

import random
from collections import OrderedDict
from typing import Any

from judge.reduction.reducer import reduce_input
from judge.values.interface import Interface
from tests.judge.reduction.interfaces import (
    LRU,
    Arguments,
    lru_fault,
    moves,
)


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
