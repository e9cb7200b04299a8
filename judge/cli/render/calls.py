"""A class problem's calls as a table, call by call: what was asked, expected and given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rich.box import ASCII, SIMPLE
from rich.table import Table
from rich.text import Text

from judge.cli.render.literals import short_literal
from judge.values import safe

#: Of a longer sequence the first calls and those up to the first difference are shown.
ROWS = 24
FIRST_ROWS = 4


#: Over the reference's results where many answers are right: no row of it is the only right one.
ONE_OF_MANY = "one right way"


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call. `marked` is the one to look at; None number: calls that are left out."""

    number: int | None
    call: str
    expected: str = ""
    actual: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Which call is to blame: the one with this index, else each that differs from expected.

    `raised` is the type of the exception that left it.
    """

    index: int | None = None
    raised: str = ""


def call_rows(
    arguments: Mapping[str, Any], expected: Any, actual: Any, mark: Mark | None = None
) -> list[CallRow]:
    """Return the rows of a call sequence, the middle of a long one left out and counted.

    Where the report itself leaves calls out, `numbers` says which these are, and `total` how
    many there were.
    """
    names, given = arguments.get("calls"), arguments.get("arguments")
    if not (isinstance(names, list) and isinstance(given, list) and len(names) == len(given)):
        return [CallRow(0, short_literal(dict(arguments)))]
    numbers, total = _places(arguments, len(names))
    rows = [
        CallRow(
            number,
            _call(name, inputs),
            _at(expected, place),
            _at(actual, place),
            mark is not None and mark.index is None and _differs(expected, actual, place),
        )
        for place, (number, name, inputs) in enumerate(zip(numbers, names, given, strict=True))
    ]
    if mark is not None and mark.index is not None:
        rows = [_marked(row, mark) if row.number == mark.index else row for row in rows]
    return _with_gaps(_shortened(rows), total)


def call_table(rows: list[CallRow], *, ascii_only: bool, one_of_many: bool = False) -> Table:
    """Return the rows as a table; a marked row is marked in words as well.

    `one_of_many` is for problems where many answers are right: to differ is no fault there.
    """
    table = Table(box=ASCII if ascii_only else SIMPLE, pad_edge=False, show_edge=False)
    table.add_column("#", justify="right")
    for title in ("call", ONE_OF_MANY if one_of_many else "expected", "actual"):
        table.add_column(title, overflow="fold")
    words = " <- wrong" if one_of_many else " <- differs"
    for row in rows:
        number = "" if row.number is None else str(row.number)
        actual = Text(row.actual + words, "bold red") if row.marked else Text(row.actual)
        table.add_row(Text(number), Text(row.call), Text(row.expected), actual)
    return table


def _places(arguments: Mapping[str, Any], shown: int) -> tuple[list[int], int]:
    """Return the place of each call that is shown, and how many calls there were."""
    numbers, total = arguments.get("numbers"), arguments.get("total")
    if not (isinstance(numbers, list) and type(total) is int and len(numbers) == shown):
        return list(range(shown)), shown
    rising = all(type(number) is int for number in numbers) and numbers == sorted(set(numbers))
    if not rising or (numbers and not 0 <= numbers[0] <= numbers[-1] < total):
        return list(range(shown)), shown
    return numbers, total


def _marked(row: CallRow, mark: Mark) -> CallRow:
    actual = f"raised {safe(mark.raised, 120)}" if mark.raised else row.actual
    return replace(row, actual=actual, marked=True)


def _call(name: Any, inputs: Any) -> str:
    values = inputs if isinstance(inputs, list) else [inputs]
    return f"{safe(str(name), 80)}({', '.join(_argument(value) for value in values)})"


def _argument(value: Any) -> str:
    if isinstance(value, dict) and list(value) == ["result"]:
        return f"result of #{value['result']!r}"
    return short_literal(value)


def _at(results: Any, place: int) -> str:
    if not isinstance(results, list) or place >= len(results) or place == 0:
        return ""
    return short_literal(results[place])


def _differs(expected: Any, actual: Any, place: int) -> bool:
    if not (isinstance(expected, list) and isinstance(actual, list)):
        return False
    if place >= len(expected) or place >= len(actual):
        return place >= len(actual)
    one, other = expected[place], actual[place]
    return type(one) is not type(other) or bool(one != other)


def _shortened(rows: list[CallRow]) -> list[CallRow]:
    if len(rows) <= ROWS:
        return rows
    first = next((place for place, row in enumerate(rows) if row.marked), len(rows) - 1)
    begin = max(FIRST_ROWS, min(first + 2, len(rows)) - (ROWS - FIRST_ROWS))
    return [*rows[:FIRST_ROWS], *rows[begin : max(first + 2, ROWS)]]


def _with_gaps(rows: list[CallRow], total: int) -> list[CallRow]:
    """Return the rows with a row in place of each stretch of calls that is not shown."""
    shown: list[CallRow] = []
    following = 0
    for row in rows:
        assert row.number is not None  # gaps come in here only
        if row.number > following:
            shown.append(CallRow(None, f"... {row.number - following:,} more calls ..."))
        shown.append(row)
        following = row.number + 1
    if following < total:
        shown.append(CallRow(None, f"... {total - following:,} more of {total:,} calls ..."))
    return shown
