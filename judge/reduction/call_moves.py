"""Moves on sequences of calls: fewer calls, other calls in their place, times raised alike."""

from collections.abc import Callable, Iterator
from typing import Any

from judge.reduction.places import REFERENCE
from judge.values import Interface, is_reference

Arguments = dict[str, Any]

#: In sequences of no more calls, each is exchanged for others, and each two are left out.
FEW = 24
#: In sequences of no more calls, another call is also given what an earlier one was.
SHORT = 8


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
    if count <= FEW:
        for one in range(1, count):
            for two in range(one + 1, count):
                yield without(arguments, {one, two})


def other_calls(interface: Interface) -> Callable[[Arguments], Iterator[Arguments]]:
    """Return the move that calls another method in place of one, with some of its arguments.

    Those at the beginning or at the end; those of the same names; in a short sequence also with
    what an earlier call was given under these names.
    """
    taken = {method.name: [one.name for one in method.parameters] for method in interface.methods}

    def move(arguments: Arguments) -> Iterator[Arguments]:
        calls, sent = arguments["calls"], arguments["arguments"]
        named = [
            dict(zip(taken.get(name, ()), given, strict=False))
            for name, given in zip(calls, sent, strict=True)
        ]
        for index in range(1, len(calls) if len(calls) <= FEW else 0):
            given = sent[index]
            for name, names in taken.items():
                if name == calls[index]:
                    continue
                found = []
                if len(names) <= len(given):
                    found = [given[: len(names)], given[len(given) - len(names) :]]
                for earlier in named[index:0:-1] if len(calls) <= SHORT else [named[index]]:
                    values = named[index] | earlier
                    found += [[values[each] for each in names]] if values.keys() >= {*names} else []
                for place, kept in enumerate(found):
                    if kept not in found[:place]:
                        yield {
                            "calls": [*calls[:index], name, *calls[index + 1 :]],
                            "arguments": [*sent[:index], kept, *sent[index + 1 :]],
                        }

    return move


def raise_alike(arguments: Arguments) -> Iterator[Arguments]:
    """Raise a number by one in all calls of a method: times that begin at 1 need no 0."""
    calls, sent = arguments["calls"], arguments["arguments"]
    for name in dict.fromkeys(calls[1:]):
        at = [index for index, each in enumerate(calls) if each == name and index]
        for place in range(min(len(sent[index]) for index in at)):
            numbers = [sent[index][place] for index in at]
            if all(type(number) is int for number in numbers) and 0 in numbers:
                changed = list(sent)
                for index in at:
                    given = list(sent[index])
                    given[place] += 1
                    changed[index] = given
                yield arguments | {"arguments": changed}


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
