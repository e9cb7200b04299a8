"""What is offered: after a verdict what may come next, and before it what tells the solution."""

import sys
from typing import TYPE_CHECKING

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import console_on
from judge.errors import UsageError
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


def may_tell(setup: "Setup", problem: "Problem", what: str, *, yes: bool) -> bool:
    """Whether to show what tells how a problem is solved: once it is, or a person says yes.

    `what` is a clause, such as "its editorial tells how". Raises `UsageError` where there is nobody
    to ask.
    """
    if yes or cli.past_on(setup, problem.slug).solved:
        return True
    said = f"{problem.slug} is not solved yet, and {what}: {practice.EDITORIAL}"
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(f"{said}; --yes shows it all the same")
    click.echo(f"{said}. Show it? [y/N] ", err=True, nl=False)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
