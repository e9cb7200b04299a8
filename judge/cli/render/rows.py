"""The tables of a query's case, and the rows of both answers."""

from collections.abc import Sequence
from typing import Any

from rich.box import ASCII, SIMPLE
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from judge.cli.render.console import ascii_only, say
from judge.cli.render.literals import short_literal
from judge.kinds import Table, Tables
from judge.values import escape

#: Of more rows the first are shown, and the others counted.
ROWS = 16
#: Columns beyond these are not drawn: an answer may have any number.
COLUMNS = 12


def show_tables(console: Console, view: Tables, *, actual: bool) -> None:
    """Print each table of the case, then the expected rows and, with `actual`, those given."""
    for table in view.tables:
        _show(console, table)
    _show(console, view.expected, "green")
    if actual and view.actual is not None:
        _show(console, view.actual, "red", view.expected.rows)


def _show(
    console: Console, table: Table, style: str = "", beside: Sequence[tuple[Any, ...]] | None = None
) -> None:
    name = escape(table.name, 80)
    if table.text:
        say(console, f"  {name}: {escape(table.text, 400)}", style)
        return
    count = len(table.rows)
    say(console, f"  {name}: {_rows(table)}", style)
    if not count:
        return
    drawn = RichTable(box=ASCII if ascii_only(console) else SIMPLE, pad_edge=False, show_edge=False)
    width = min(COLUMNS, max(len(row) for row in table.rows))
    for place in range(width):
        title = escape(table.columns[place], 40) if place < len(table.columns) else "?"
        drawn.add_column(title, overflow="fold")
    for place, row in enumerate(table.rows[:ROWS]):
        differs = beside is not None and row_differs(beside, place, row)
        cells = [Text(cell_text(value), "bold" if differs else "") for value in row[:COLUMNS]]
        if differs and cells:
            cells[-1].append("  <- differs")
        drawn.add_row(*cells)
    console.print(Padding(drawn, (0, 0, 0, 4), expand=False))
    if count > ROWS:
        say(console, f"    ... {count - ROWS:,} more rows ...")


def row_differs(beside: Sequence[tuple[Any, ...]], place: int, row: tuple[Any, ...]) -> bool:
    """Whether a row is another than the one at its place in the other answer."""
    return place >= len(beside) or not _same(beside[place], row)


def cell_text(value: Any) -> str:
    """Return a value as SQL shows it: NULL, a text without quotes, all else as a literal."""
    if value is None:
        return "NULL"
    return escape(value, 60) if isinstance(value, str) else short_literal(value)


def _same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return [(type(a), a) for a in one] == [(type(b), b) for b in other]


def tables_line(view: Tables) -> str:
    """Return a case in one line: how many rows each table has."""
    return ", ".join(f"{escape(table.name, 80)} of {_rows(table)}" for table in view.tables)


def _rows(table: Table) -> str:
    count = len(table.rows)
    return "many rows" if table.text else f"{count:,} row{'' if count == 1 else 's'}"
