"""What is offered after a verdict: follow-ups and the editorial, or a hint for who is stuck."""

import sys
from typing import TYPE_CHECKING

from judge.cli import render
from judge.cli.options import console_on
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.practice import Past
    from judge.problems import Problem
    from judge.reports import Report


def offer(problem: "Problem", report: "Report", past: "Past") -> None:
    """Print what may come next after a verdict on a problem of that past."""
    if report.verdict is Verdict.ACCEPTED:
        render.show_follow_ups(console_on(sys.stdout), problem)
    elif past.stuck:
        render.show_help(console_on(sys.stdout), problem, max(past.hints, default=0))
