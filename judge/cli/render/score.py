"""What a suite of tests has caught: its score, and how often each test was the first to fail.

The wrong implementations themselves stay unnamed: which they are is what a suite has to find. A
report may come from another server, so every value of it is hostile.
"""

from collections.abc import Mapping
from typing import Any

from rich.console import Console

from judge.cli.render.console import ascii_only, say
from judge.records import dataclass
from judge.reports import Report
from judge.values import escape

#: Tests that have a line of their own, and the length of the longest bar.
ROWS, WIDTH = 20, 30
FIRST = "First to fail, of the wrong implementations caught:"


def is_scored(report: Report) -> bool:
    """Whether the report has a score, whose sentence says more than that all has passed."""
    return isinstance(report.extras.get("score"), dict)


@dataclass(frozen=True, slots=True)
class Score:
    """How many of `of` wrong implementations were caught, and in how many each test was first."""

    caught: int
    of: int
    line: str
    kills: tuple[tuple[str, int], ...]
    left_out: int


def score_of(report: Report) -> Score | None:
    """Return the score of a report, with as many tests as have a line; None where it has none."""
    score = report.extras.get("score")
    if not isinstance(score, dict):
        return None
    tests, calls = _count(score.get("tests")), _count(score.get("calls"))
    alarms = _count(score.get("false_alarms"))
    kills = score.get("kills")
    rows = [row for row in kills if isinstance(row, Mapping)] if isinstance(kills, list) else []
    return Score(
        _count(score.get("caught")),
        _count(score.get("of")),
        f"tests: {tests:,}, calls: {calls:,}, false alarms: {alarms}",
        tuple((escape(str(row.get("test")), 60), _count(row.get("first"))) for row in rows[:ROWS]),
        max(len(rows) - ROWS, 0),
    )


def show_score(console: Console, report: Report) -> None:
    """Print the score and a line for each test, where the report has them."""
    score = score_of(report)
    if score is None:
        return
    mark = "#" if ascii_only(console) else "█"
    say(console, f"caught: {score.caught} of {score.of}  {_bar(score.caught, score.of, mark)}")
    say(console, score.line)
    if score.kills:
        say(console, FIRST, "bold")
    width = max((len(name) for name, _ in score.kills), default=0)
    for name, first in score.kills:
        say(console, f"  {name:<{width}}  {first:>3}  {_bar(first, score.of, mark)}".rstrip())
    if score.left_out:
        say(console, f"  ... {score.left_out:,} more tests ...")


def _bar(count: int, of: int, mark: str) -> str:
    return mark * round(WIDTH * min(count, of) / of) if of else ""


def _count(value: Any) -> int:
    return value if type(value) is int and value >= 0 else 0
