"""Moves on numbers: simpler ones, which keep their order, their distances or their equality."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Any

from judge.reduction.places import Path, ints_in, map_ints, put

Arguments = dict[str, Any]

#: With more values than this, they are changed only all at once.
VALUES = 48
#: With no more different values than this, each two of them are exchanged.
SWAPPED = 12


def renumber(arguments: Arguments) -> Iterator[Arguments]:
    """Give all whole numbers the smallest values that keep their order (and their signs)."""
    for scope in _scopes(arguments):
        numbers = sorted(set(ints_in(arguments, scope)))
        above = [n for n in numbers if n > 0]
        below = [n for n in reversed(numbers) if n < 0]
        signed = {n: i for i, n in enumerate(above, 1)} | {n: -i for i, n in enumerate(below, 1)}
        yield map_ints(arguments, scope, _table({n: i for i, n in enumerate(numbers, 1)}))
        yield map_ints(arguments, scope, _table(signed))


def close_gaps(arguments: Arguments) -> Iterator[Arguments]:
    """Lower a number and all above it alike, so that the distances above stay (times)."""
    for divisor in (100, 10, 2):
        yield map_ints(arguments, None, _divided(divisor))
    for scope in _scopes(arguments):
        numbers = sorted(set(ints_in(arguments, scope)))
        for low, high in pairwise([0, *numbers] if len(numbers) <= VALUES else ()):
            gap = high - low
            steps = (gap, gap - 1, *(gap >> shift for shift in range(1, gap.bit_length())))
            for step in dict.fromkeys(steps) if gap > 0 else ():
                yield map_ints(arguments, scope, _lowered(high, step))


def lower_together(arguments: Arguments) -> Iterator[Arguments]:
    """Change every number that has one value to a simpler value; exchange two values."""
    for scope in _scopes(arguments):
        numbers = sorted(set(ints_in(arguments, scope)), key=abs, reverse=True)
        for number in numbers if len(numbers) <= VALUES else ():
            for simple in _simpler(number):
                yield map_ints(arguments, scope, _table({number: simple}))
        for one, two in combinations(numbers if len(numbers) <= SWAPPED else (), 2):
            yield map_ints(arguments, scope, _table({one: two, two: one}))


def lower_apart(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Change one number to a simpler value."""
    numbers = [path for path in at if type(path.of(arguments)) in {int, float, bool}]
    for path in numbers if len(numbers) <= VALUES else ():
        for simple in _simpler_scalars(path.of(arguments)):
            yield put(arguments, path, simple)


def _simpler_scalars(value: float) -> Iterator[float]:
    if isinstance(value, bool):
        yield False
    elif isinstance(value, int):
        yield from _simpler(value)
    else:
        yield from (1.0, 2.0, 0.0, -1.0, float(round(value)), value / 2)


def _simpler(number: int) -> Iterator[int]:
    """Yield values to try in place of a number, the simplest first, the nearest last."""
    sign = 1 if number > 0 else -1
    size = abs(number)
    nearer = [number - sign * (size >> shift) for shift in range(1, size.bit_length())]
    for value in dict.fromkeys((1, 2, 3, 0, -1, *nearer, -number)):
        if value != number:
            yield value


def _table(table: dict[int, int]) -> Callable[[int], int]:
    return lambda number: table.get(number, number)


def _divided(divisor: int) -> Callable[[int], int]:
    return lambda number: number // divisor if number > 0 else -(-number // divisor)


def _lowered(high: int, step: int) -> Callable[[int], int]:
    return lambda number: number - step if number >= high else number


def _scopes(arguments: Arguments) -> list[str | None]:
    """Return where numbers are changed together: everywhere, then in one argument at a time."""
    return [None, *arguments] if len(arguments) > 1 else [None]


#: Changes of whole inputs: what has one value keeps one value, in trees and node arguments too.
TOGETHER = (renumber, close_gaps, lower_together)
