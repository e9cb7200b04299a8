"""A class problem's calls as a table: what was asked, expected and given."""

from typing import Any

from rich.box import ASCII, SIMPLE
from rich.table import Table
from rich.text import Text

from judge.cli.render.literals import short_literal
from judge.kinds import Calls, ShownCall
from judge.records import dataclass
from judge.values import MISSING, escape, is_reference

#: Of a longer sequence the first calls and those up to the first one to blame are shown.
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


def call_rows(view: Calls, raised: str = "") -> list[CallRow]:
    """Return the rows of a call sequence, the middle of a long one left out and counted.

    `raised` is the type of the exception that left the call to blame.
    """
    return _with_gaps(_shortened([_row(call, raised) for call in view.calls]), view.total)


def argument_text(value: Any) -> str:
    """Return an argument of a call, or the words for the result that it stands for."""
    if is_reference(value):
        return f"result of #{value['result']!r}"
    return short_literal(value)


def _row(call: ShownCall, raised: str) -> CallRow:
    actual = _result(call.actual)
    if call.blamed and raised:
        actual = f"raised {escape(raised, 120)}"
    inside = ", ".join(argument_text(value) for value in call.arguments)
    text = f"{escape(call.name, 80)}({inside})"
    return CallRow(call.number, text, _result(call.expected), actual, call.blamed)


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


def _result(value: Any) -> str:
    return "" if value is MISSING else short_literal(value)


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
