"""A class problem's calls as a table, call by call: what was asked, expected and given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rich.box import ASCII, SIMPLE
from rich.table import Table
from rich.text import Text

from judge.frontends.display import safe
from judge.frontends.literals import short_literal

#: Of a longer sequence the first calls and those up to the first difference are shown.
ROWS = 24
FIRST_ROWS = 4


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call. `differs` marks a result that is not the expected one; None number: left out."""

    number: int | None
    call: str
    expected: str = ""
    actual: str = ""
    differs: bool = False


def call_rows(
    arguments: Mapping[str, Any], expected: Any, actual: Any, raised: tuple[int, str] | None = None
) -> list[CallRow]:
    """Return the rows of a call sequence, the middle of a long one left out and counted.

    `raised` is the index of the call that raised, and the exception's type.
    """
    names, given = arguments.get("calls"), arguments.get("arguments")
    if not (isinstance(names, list) and isinstance(given, list) and len(names) == len(given)):
        return [CallRow(0, short_literal(dict(arguments)))]
    rows = [
        CallRow(
            number,
            _call(name, inputs),
            _at(expected, number),
            _at(actual, number),
            _differs(expected, actual, number),
        )
        for number, (name, inputs) in enumerate(zip(names, given, strict=True))
    ]
    if raised is not None and raised[0] < len(rows):
        index, kind = raised
        rows[index] = replace(rows[index], actual=f"raised {safe(kind, 120)}", differs=True)
    return _shortened(rows)


def call_table(rows: list[CallRow], *, ascii_only: bool) -> Table:
    """Return the rows as a table; the first differing row is marked in words as well."""
    table = Table(box=ASCII if ascii_only else SIMPLE, pad_edge=False, show_edge=False)
    table.add_column("#", justify="right")
    for title in ("call", "expected", "actual"):
        table.add_column(title, overflow="fold")
    for row in rows:
        number = "" if row.number is None else str(row.number)
        style = "bold red" if row.differs else ""
        actual = Text(row.actual + (" <- differs" if row.differs else ""), style)
        table.add_row(Text(number), Text(row.call), Text(row.expected), actual)
    return table


def _call(name: Any, inputs: Any) -> str:
    values = inputs if isinstance(inputs, list) else [inputs]
    return f"{safe(str(name), 80)}({', '.join(_argument(value) for value in values)})"


def _argument(value: Any) -> str:
    if isinstance(value, dict) and list(value) == ["result"]:
        return f"result of #{value['result']!r}"
    return short_literal(value)


def _at(results: Any, number: int) -> str:
    if not isinstance(results, list) or number >= len(results) or number == 0:
        return ""
    return short_literal(results[number])


def _differs(expected: Any, actual: Any, number: int) -> bool:
    if not (isinstance(expected, list) and isinstance(actual, list)):
        return False
    if number >= len(expected) or number >= len(actual):
        return number >= len(actual)
    one, other = expected[number], actual[number]
    return type(one) is not type(other) or bool(one != other)


def _shortened(rows: list[CallRow]) -> list[CallRow]:
    if len(rows) <= ROWS:
        return rows
    first = next((place for place, row in enumerate(rows) if row.differs), len(rows) - 1)
    begin = max(FIRST_ROWS, min(first + 2, len(rows)) - (ROWS - FIRST_ROWS))
    end = min(len(rows), max(first + 2, ROWS))
    shown = rows[:FIRST_ROWS]
    if begin > FIRST_ROWS:
        shown = [*shown, CallRow(None, f"... {begin - FIRST_ROWS:,} more calls ...")]
    shown = [*shown, *rows[begin:end]]
    if end < len(rows):
        shown.append(CallRow(None, f"... {len(rows) - end:,} more calls ..."))
    return shown
