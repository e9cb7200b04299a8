"""The small changes by which an input is made smaller; which of them help is not known here.

A move yields changed copies of an input, coarse ones first. They may break the package's
constraints or even be larger: `judge.reduction.reducer` sorts that out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from judge.reduction import call_moves, number_moves, text_moves, tree_moves
from judge.reduction.places import Path, places, put
from judge.values import Interface, Kind, Shape

Arguments = dict[str, Any]
Changes = Callable[[Arguments], Iterator[Arguments]]
Plain = Callable[[Arguments, list[Path]], Iterator[Arguments]]


@dataclass(frozen=True, slots=True)
class Move:
    """One kind of change. `resumes`: after a success the earlier candidates are not worth it."""

    candidates: Changes
    resumes: bool = False


#: Lists no longer than this are put in order by exchanging two elements.
SWAPPED = 12


def moves_for(interface: Interface) -> list[Move]:
    """Return the moves that fit an interface, in the order in which they pay."""
    moves: list[Move] = []
    if interface.kind is Kind.CLASS:
        moves.append(Move(call_moves.drop_calls, resumes=True))
        moves.append(Move(call_moves.other_calls(interface)))
    if any(parameter.shape is Shape.TREE for parameter in interface.parameters):
        changes = (tree_moves.moved(interface, change) for change in tree_moves.CHANGES)
        moves += [Move(change, resumes=True) for change in changes]
    moves.append(Move(_over(interface, _cut), resumes=True))
    moves += [Move(change) for change in number_moves.TOGETHER]
    plain = (number_moves.lower_apart, *text_moves.CHANGES, _swap)
    moves += [Move(_over(interface, change)) for change in plain]
    if interface.kind is Kind.CLASS:
        moves.append(Move(call_moves.raise_alike))
    return moves


def steps_from(interface: Interface, arguments: Arguments) -> Iterator[Arguments]:
    """Yield the inputs one small change away, larger ones too: first halves of double moves."""
    for move in moves_for(interface):
        yield from move.candidates(arguments)


def _over(interface: Interface, change: Plain) -> Changes:
    return lambda arguments: change(arguments, plain_places(interface, arguments))


def plain_places(interface: Interface, arguments: Arguments) -> list[Path]:
    """Return where the values lie that are plain JSON: no tree, no call's name, no reference."""
    if interface.kind is Kind.CLASS:
        sent = arguments["arguments"]
        starts = [("arguments", i, j) for i, each in enumerate(sent) for j in range(len(each))]
        return [path for start in starts for path in places(arguments, start)]
    plain = (Shape.JSON, Shape.LINKED_LIST, Shape.FILE)
    names = [p.name for p in interface.parameters if p.shape in plain]
    return [path for name in names for path in places(arguments, (name,))]


def _cut(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Leave out a run of a list or text, also with a number lowered by its length (k of n)."""
    for path in at:
        value = path.of(arguments)
        if not isinstance(value, list | str):
            continue
        for start, length in _runs(len(value)):
            left: Any = value[:start]
            left += value[start + length :]
            shorter = put(arguments, path, left)
            yield shorter
            yield from _lowered(shorter, at, length, len(left))


def _lowered(arguments: Arguments, at: list[Path], length: int, left: int) -> Iterator[Arguments]:
    """Lower one number argument by what was left out, or to what is left."""
    for path in at:
        number = path.of(arguments) if len(path.steps) == 1 else None
        if type(number) is int:
            yield put(arguments, path, number - length)
            yield put(arguments, path, min(number, left))


def _runs(length: int) -> Iterator[tuple[int, int]]:
    """Yield (start, size) of the runs to leave out: half, quarters, ..., single ones."""
    size = length
    while size:
        for start in range(0, length, size):
            yield start, min(size, length - start)
        size //= 2


def _swap(arguments: Arguments, at: list[Path]) -> Iterator[Arguments]:
    """Exchange two elements of a short list or text, to bring it in order."""
    for path in at:
        value = path.of(arguments)
        if not isinstance(value, list | str) or not 1 < len(value) <= SWAPPED:
            continue
        for i, j in combinations(range(len(value)), 2):
            items = list(value)
            items[i], items[j] = items[j], items[i]
            yield put(arguments, path, items if isinstance(value, list) else "".join(items))
