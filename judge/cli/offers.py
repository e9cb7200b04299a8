"""What is offered after a verdict: follow-ups and the editorial, or a hint for who is stuck."""

import sys
from typing import TYPE_CHECKING

from judge import cli
from judge.cli import render
from judge.cli.options import console_on
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.cli.setup import Setup
    from judge.problems import Problem
    from judge.reports import Report


def offer(setup: "Setup", problem: "Problem", report: "Report") -> None:
    """Print what may come next after a verdict on a problem, once that is recorded."""
    if report.verdict is Verdict.ACCEPTED:
        render.show_follow_ups(console_on(sys.stdout), problem)
        return
    past = cli.past_on(setup, problem.slug)
    if past.stuck:
        render.show_help(console_on(sys.stdout), problem, max(past.hints, default=0))
