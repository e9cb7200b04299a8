"""The accepted solutions of a problem: a table of them, or the text of one."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from judge import practice, reports
from judge.cli.render.console import say, say_text
from judge.records import dataclass
from judge.values import escape

#: The first sentence of a sample says what is wrong with it, or that nothing is.
_IDEA = re.compile(r'^\s*(?:"""|\'\'\'|--|#)\s*(?:Accepted:\s*)?(.+?)(?:"""|\'\'\')?\s*$')
NONE = "-"
LINE_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Solution:
    """One accepted solution: its time over the reference's, and the growth that it declares."""

    name: str
    ratio: float | None
    growth: str | None
    idea: str
    text: str


def listed_solutions(texts: Mapping[str, bytes], rungs: Mapping[str, float]) -> list[Solution]:
    """Return solutions, the fastest first, those without a time at the end."""
    found = [_solution(name, text, rungs.get(name)) for name, text in texts.items()]
    return sorted(found, key=lambda one: (one.ratio is None, one.ratio or 0.0, one.name))


def _solution(name: str, source: bytes, ratio: float | None) -> Solution:
    text = source.decode("utf-8", "backslashreplace")
    matched = _IDEA.match(text.splitlines()[0]) if text.strip() else None
    idea = matched[1] if matched else ""
    return Solution(name, ratio, practice.declared_facts(source)["time"], idea, text)


def rungs_of(report: bytes | None) -> dict[str, float]:
    """Return the ladder of a report that was kept."""
    try:
        found = reports.read_report(json.loads(report)) if report is not None else None
    except (reports.ReportError, ValueError, RecursionError):
        return {}
    ladder = found.ladder if found is not None else None
    return {rung.name: rung.ratio for rung in ladder.rungs} if ladder is not None else {}


def solutions_json(listed: Sequence[Solution], *, texts: bool) -> list[dict[str, Any]]:
    """Return solutions as plain JSON types."""
    names = ("name", "ratio", "growth", "idea", "text")[: 4 + texts]
    return [{name: getattr(one, name) for name in names} for one in listed]


def show_solutions(console: Console, slug: str, listed: Sequence[Solution]) -> None:
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


def show_solution(console: Console, one: Solution) -> None:
    """Print the text of a solution."""
    for line in one.text.splitlines():
        say_text(console, Text(escape(line.expandtabs(4), LINE_CHARACTERS)))
