"""Moves: the small changes by which an input is made smaller.

A move yields changed copies of an input, coarse ones first. They may break the package's
constraints or even be larger: the reducer sorts that out.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any

from judge.records import dataclass
from judge.reduction import apart_moves, call_moves, number_moves, text_moves, tree_moves
from judge.reduction.places import Path, places, put
from judge.values import Interface, Shape

Arguments = dict[str, Any]
Changes = Callable[[Arguments], Iterator[Arguments]]
Plain = Callable[[Arguments, list[Path]], Iterator[Arguments]]


@dataclass(frozen=True, slots=True)
class Move:
    """One kind of change. `resumes`: after a success only its later candidates are tried.

    `apart`: its candidates tell equal values apart. It comes last, and what it leads to is taken
    where it is no larger, though its text may be less simple.
    """

    candidates: Changes
    resumes: bool = False
    apart: bool = False


#: Lists no longer than this are put in order by exchanging two elements.
SWAPPED = 12


def value_moves(interface: Interface) -> list[Move]:
    """Return the moves for arguments by name, in the order in which they pay."""
    moves: list[Move] = []
    if any(parameter.shape is Shape.TREE for parameter in interface.parameters):
        changes = (tree_moves.moved(interface, change) for change in tree_moves.CHANGES)
        moves += [Move(change, resumes=True) for change in changes]
    return [
        *moves,
        *_plain_moves(lambda arguments: plain_places(interface, arguments)),
        _values_apart(interface),
    ]


def call_sequence_moves(interface: Interface) -> list[Move]:
    """Return the moves for a sequence of calls, in the order in which they pay."""
    return [
        Move(call_moves.drop_calls, resumes=True),
        Move(call_moves.other_calls(interface)),
        *_plain_moves(places_in_calls),
        Move(call_moves.raise_alike),
        Move(
            apart_moves.apart(_peers_of_calls, places_in_calls, named=True),
            resumes=True,
            apart=True,
        ),
        Move(lambda found: apart_moves.roles_apart(found, _roles(interface, found)), apart=True),
    ]


def row_moves(tables: Sequence[str]) -> list[Move]:
    """Return the moves for tables of a database: leave out rows, then lower numbers.

    Texts stay as they are: a name or a time that reads like one tells more than a shorter one.
    """

    def rows(_arguments: Arguments) -> list[Path]:
        return [Path((name,)) for name in tables]

    def values(arguments: Arguments) -> list[Path]:
        cells = (path for name in tables for path in places(arguments, (name,)))
        return [path for path in cells if len(path.steps) == 3]  # table, row, column

    def over(change: Plain, at: Callable[[Arguments], list[Path]]) -> Changes:
        return lambda arguments: change(arguments, at(arguments))

    return [
        Move(over(_cut, rows), resumes=True),
        Move(over(number_moves.lower_apart, values)),
    ]


def scenario_moves() -> list[Move]:
    """Return the moves for calls of threads: leave out calls, then threads, then lower numbers."""

    def numbers(arguments: Arguments) -> list[Path]:
        paths = (path for name in arguments for path in places(arguments, (name,)))
        return [path for path in paths if type(path.of(arguments)) is int]

    return [
        Move(_drop_scenario_calls, resumes=True),
        Move(lambda arguments: number_moves.lower_apart(arguments, numbers(arguments))),
    ]


def _drop_scenario_calls(arguments: Arguments) -> Iterator[Arguments]:
    """Leave out one call, or one thread; `threads` keeps two, and each of them a call."""
    threads = arguments["threads"]
    for number in range(len(threads) if len(threads) > 2 else 0):
        yield arguments | {"threads": [*threads[:number], *threads[number + 1 :]]}
    for name in ("after", "before"):
        calls = arguments[name]
        for place in range(len(calls) - 1, -1, -1):
            yield arguments | {name: [*calls[:place], *calls[place + 1 :]]}
    for number, calls in enumerate(threads):
        for place in range(len(calls) - 1 if len(calls) > 1 else -1, -1, -1):
            fewer = [*calls[:place], *calls[place + 1 :]]
            yield arguments | {"threads": [*threads[:number], fewer, *threads[number + 1 :]]}


def _plain_moves(at: Callable[[Arguments], list[Path]]) -> list[Move]:
    """Return the moves for plain values, which lie where `at` says."""

    def over(change: Plain) -> Changes:
        return lambda arguments: change(arguments, at(arguments))

    moves = [Move(over(_cut), resumes=True)]
    moves += [Move(change) for change in number_moves.TOGETHER]
    plain = (number_moves.lower_apart, *text_moves.CHANGES, _swap)
    return moves + [Move(over(change)) for change in plain]


def places_in_calls(arguments: Arguments) -> list[Path]:
    """Return where the arguments of calls lie: not their names, and no reference."""
    sent = arguments["arguments"]
    starts = [("arguments", i, j) for i, each in enumerate(sent) for j in range(len(each))]
    return [path for start in starts for path in places(arguments, start)]


def _values_apart(interface: Interface) -> Move:
    """Return the move that tells apart what lies in lists, trees and texts."""
    names = [p.name for p in interface.parameters if p.shape is not Shape.NODE]

    def at(arguments: Arguments) -> list[Path]:
        return [path for name in names for path in places(arguments, (name,))]

    def peers(arguments: Arguments) -> list[list[Path]]:
        return apart_moves.elements(arguments, at(arguments))

    return Move(apart_moves.apart(peers, at, named=False), resumes=True, apart=True)


def _peers_of_calls(arguments: Arguments) -> list[list[Path]]:
    in_lists = apart_moves.elements(arguments, places_in_calls(arguments))
    return [*apart_moves.same_places(arguments), *in_lists]


def _roles(interface: Interface, arguments: Arguments) -> list[list[Path]]:
    """Return the arguments of calls by the names of their parameters."""
    taken = {method.name: method.parameters for method in interface.methods}
    roles: dict[str, list[Path]] = {}
    calls = zip(arguments["calls"], arguments["arguments"], strict=True)
    for index, (name, given) in enumerate(calls):
        parameters = taken.get(name, interface.parameters)
        for place, (parameter, _) in enumerate(zip(parameters, given, strict=False)):
            roles.setdefault(parameter.name, []).append(Path(("arguments", index, place)))
    return [*roles.values()]


def plain_places(interface: Interface, arguments: Arguments) -> list[Path]:
    """Return where the arguments lie that are plain JSON: no tree, and no node of one."""
    plain = (Shape.JSON, Shape.LINKED_LIST, Shape.LINKED_LISTS, Shape.FILE)
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
