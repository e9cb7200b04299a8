"""`judge hint`: one hint more each time."""

import sys
from dataclasses import replace

import click

from judge import cli
from judge.cli import render
from judge.cli.options import PROBLEM, console_on
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape


@click.command()
@PROBLEM
@click.argument("number", required=False, type=click.IntRange(1), metavar="[N]")
@click.option("--all", "everything", is_flag=True, help="Show all hints.")
@click.pass_obj
def hint(setup: Setup, problem: str, number: int | None, *, everything: bool) -> None:
    """Show the next hint for a problem, or hint N.

    How many were shown is remembered.
    """
    found, folder = setup.problem(problem), setup.data_dir()
    count = len(found.hints)
    if not count:
        raise UsageError(f"{found.slug} has no hints")
    if number is not None and number > count:
        raise UsageError(f"{found.slug} has {count} hints; there is no hint {number}")
    next_one = cli.practised_on(folder, found.slug).hints + 1
    last = number or (count if everything else min(next_one, count))
    first = 1 if everything or (number is None and next_one > count) else last
    render.show_hints(console_on(sys.stdout), found, first, last)
    try:
        cli.note_practice(folder, found.slug, lambda was: replace(was, hints=max(was.hints, last)))
    except OSError as error:
        reason = escape(str(error), 300)
        click.echo(f"judge: what was shown is not remembered: {reason}", err=True)
