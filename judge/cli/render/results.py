"""A host's tables: results by candidate and problem, and programs that are alike."""

from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from judge.cli.render.console import say
from judge.values import escape


def show_results(console: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print what each candidate has reached on each problem."""
    if not rows:
        say(console, "Nobody has submitted anything to this host's service yet.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("candidate", "problem", "verdict"):
        table.add_column(name, overflow="fold")
    table.add_column("attempts", justify="right")
    table.add_column("ratio", justify="right")
    table.add_column("growth")
    table.add_column("first accepted (UTC)", no_wrap=True)
    for row in rows:
        at = row["accepted_at"]
        table.add_row(
            Text(escape(row["candidate"], 64)),
            Text(escape(row["problem"], 64)),
            Text(row["verdict"]),
            Text(str(row["attempts"])),
            Text("" if row["ratio"] is None else f"{row['ratio']:.2f}x"),
            Text(escape(row["growth"] or "", 40)),
            Text("" if at is None else at[:16].replace("T", " ")),
        )
    console.print(table, soft_wrap=not console.is_terminal)


def show_similar(console: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print the pairs of programs that are alike."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("alike", justify="right")
    for name in ("candidate", "and"):
        table.add_column(name, overflow="fold")
    for name in ("their texts", ""):
        table.add_column(name, no_wrap=True)
    for row in rows:
        table.add_row(
            Text(f"{row['percent']} %"),
            *(Text(escape(row[side]["candidate"], 64)) for side in ("first", "second")),
            *(Text(row[side]["id"]) for side in ("first", "second")),
        )
    console.print(table, soft_wrap=not console.is_terminal)


def show_side_by_side(console: Console, texts: Sequence[str], heads: Sequence[str]) -> None:
    """Print two programs beside each other, each line with its number."""
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for head in heads:
        table.add_column(justify="right", style="dim", no_wrap=True)
        table.add_column(Text(escape(head, 64)), overflow="fold", ratio=1)
    for number, lines in enumerate(zip_longest(*(text.splitlines() for text in texts)), 1):
        cells = (("", "") if line is None else (str(number), escape(line, 400)) for line in lines)
        table.add_row(*map(Text, chain.from_iterable(cells)))
    console.print(table)
