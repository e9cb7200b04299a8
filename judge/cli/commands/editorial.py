"""`judge editorial`: how a problem is solved."""

import sys
from typing import TYPE_CHECKING

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import PROBLEM
from judge.cli.setup import Setup
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem


@click.command()
@PROBLEM
@click.option("--yes", is_flag=True, help="Do not ask, though the problem is not solved yet.")
@click.pass_obj
def editorial(setup: Setup, problem: str, *, yes: bool) -> None:
    """Show how a problem is solved; before it is accepted this asks first."""
    found = setup.problem(problem)
    solved = cli.past_on(setup, found.slug).solved
    if solved or yes or _wanted(found):
        with cli.paged() as console:
            render.show_editorial(console, found)
        cli.record(setup, "editorial", found)


def _wanted(problem: "Problem") -> bool:
    """Return whether the person says yes. Raises `UsageError` where there is none to ask."""
    said = f"{problem.slug} is not solved yet, and its editorial tells how: {practice.EDITORIAL}"
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(f"{said}; --yes shows it all the same")
    click.echo(f"{said}. Show it? [y/N] ", err=True, nl=False)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
