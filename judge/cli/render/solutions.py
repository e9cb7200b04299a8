"""The accepted solutions of a problem: a table of them, or the text of one."""

from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from judge.cli.render.console import say, say_text
from judge.practice import KnownSolution
from judge.values import escape

NONE = "-"
LINE_CHARACTERS = 400


def solutions_json(listed: Sequence[KnownSolution], *, texts: bool) -> list[dict[str, Any]]:
    """Return solutions as plain JSON types."""
    names = ("name", "ratio", "growth", "idea", "text")[: 4 + texts]
    return [{name: getattr(one, name) for name in names} for one in listed]


def show_solutions(console: Console, slug: str, listed: Sequence[KnownSolution]) -> None:
    """Print a line for each solution."""
    cells = [
        [escape(one.name, 80), f"{one.ratio:.2f}" if one.ratio else NONE, _class(one.growth)]
        for one in listed
    ]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    for one, row in zip(listed, cells, strict=True):
        name, ratio, growth = (
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        )
        line = Text(name, "bold").append(f"  {ratio}  {growth}  ", "")
        line.append(escape(one.idea, LINE_CHARACTERS), "dim")
        say_text(console, line)
    if not any(one.ratio for one in listed):
        say(console, "Times come with an accepted submission that is timed.", "dim")
    say(console, f"One of them: judge solutions {slug} NAME", "dim")


def _class(declared: str | None) -> str:
    return escape(f"O({declared})", 24) if declared else NONE


def show_solution(console: Console, one: KnownSolution) -> None:
    """Print the text of a solution."""
    for line in one.text.splitlines():
        say_text(console, Text(escape(line.expandtabs(4), LINE_CHARACTERS)))
