"""What a suite of tests has caught: its score, and how often each test was the first to fail.

The wrong implementations themselves stay unnamed: which they are is what a suite has to find. A
report may come from another server, so every value of it is hostile.
"""

from collections.abc import Mapping
from typing import Any

from rich.console import Console

from judge.cli.render.console import ascii_only, say
from judge.reports import Report
from judge.values import escape

#: Tests that have a line of their own, and the length of the longest bar.
ROWS, WIDTH = 20, 30


def is_scored(report: Report) -> bool:
    """Whether the report has a score, whose sentence says more than that all has passed."""
    return isinstance(report.extras.get("score"), dict)


def show_score(console: Console, report: Report) -> None:
    """Print the score and a line for each test, where the report has them."""
    score = report.extras.get("score")
    if not isinstance(score, dict):
        return
    mark = "#" if ascii_only(console) else "█"
    caught, of = _count(score.get("caught")), _count(score.get("of"))
    say(console, f"caught: {caught} of {of}  {_bar(caught, of, mark)}")
    tests, calls = _count(score.get("tests")), _count(score.get("calls"))
    alarms = _count(score.get("false_alarms"))
    say(console, f"tests: {tests:,}, calls: {calls:,}, false alarms: {alarms}")
    kills = score.get("kills")
    rows = [row for row in kills if isinstance(row, Mapping)] if isinstance(kills, list) else []
    if rows:
        say(console, "First to fail, of the wrong implementations caught:", "bold")
    names = [escape(str(row.get("test")), 60) for row in rows[:ROWS]]
    width = max(map(len, names), default=0)
    for name, row in zip(names, rows, strict=False):
        first = _count(row.get("first"))
        say(console, f"  {name:<{width}}  {first:>3}  {_bar(first, of, mark)}".rstrip())
    if len(rows) > ROWS:
        say(console, f"  ... {len(rows) - ROWS:,} more tests ...")


def _bar(count: int, of: int, mark: str) -> str:
    return mark * round(WIDTH * min(count, of) / of) if of else ""


def _count(value: Any) -> int:
    return value if type(value) is int and value >= 0 else 0
