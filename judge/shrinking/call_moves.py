"""Leaving calls out of the input of a class problem."""

from collections.abc import Iterator
from typing import Any

from judge.shrinking.places import REFERENCE, is_reference

Arguments = dict[str, Any]


def drop_calls(arguments: Arguments) -> Iterator[Arguments]:
    """Leave out runs of calls: half of them, quarters, ..., single ones; then pairs.

    The constructor stays. A call that needs what a dropped call returned goes with it.
    """
    count = len(arguments["calls"])
    size = count - 1
    while size > 0:
        # from the end: what comes after the failing call is never needed
        for end in range(count, 1, -size):
            yield without(arguments, set(range(max(1, end - size), end)))
        size //= 2
    if count <= 24:
        for one in range(1, count):
            for two in range(one + 1, count):
                yield without(arguments, {one, two})


def without(arguments: Arguments, dropped: set[int]) -> Arguments:
    """Return the input without some calls; references are numbered anew."""
    dropped = set(dropped)
    numbers: dict[int, int] = {}
    calls: list[Any] = []
    sent: list[Any] = []
    for index, (name, given) in enumerate(
        zip(arguments["calls"], arguments["arguments"], strict=True)
    ):
        if index in dropped or any(needed not in numbers for needed in _needed(given)):
            continue
        numbers[index] = len(calls)
        calls.append(name)
        sent.append(_renumbered(given, numbers))
    return {"calls": calls, "arguments": sent}


def _needed(value: Any) -> Iterator[int]:
    """Yield the numbers of the calls whose results are used."""
    if is_reference(value):
        yield value[REFERENCE]
    elif isinstance(value, list):
        for item in value:
            yield from _needed(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _needed(item)


def _renumbered(value: Any, numbers: dict[int, int]) -> Any:
    if is_reference(value):
        return {REFERENCE: numbers[value[REFERENCE]]}
    if isinstance(value, list):
        return [_renumbered(item, numbers) for item in value]
    if isinstance(value, dict):
        return {key: _renumbered(item, numbers) for key, item in value.items()}
    return value
