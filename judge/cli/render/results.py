"""A host's table of results: candidates by problems."""

from collections.abc import Mapping, Sequence
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
