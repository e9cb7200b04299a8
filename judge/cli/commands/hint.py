"""`judge hint`: one hint more each time."""

import sys
from datetime import datetime

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import PROBLEM, console_on
from judge.cli.setup import Setup
from judge.errors import UsageError


@click.command()
@PROBLEM
@click.argument("number", required=False, type=click.IntRange(1), metavar="[N]")
@click.option("--all", "everything", is_flag=True, help="Show all hints.")
@click.pass_obj
def hint(setup: Setup, problem: str, number: int | None, *, everything: bool) -> None:
    """Show the next hint for a problem, or hint N.

    What was shown is remembered, and lowers how the schedule rates this day until it is solved.
    """
    found = setup.problem(problem)
    count = len(found.hints)
    if not count:
        raise UsageError(f"{found.slug} has no hints")
    if number is not None and number > count:
        raise UsageError(f"{found.slug} has {count} hints; there is no hint {number}")
    history = cli.history_of(setup)
    before = history.read(found.slug) if history is not None else []
    opened = practice.past_of(before).hints
    next_one = max(opened, default=0) + 1
    last = number or (count if everything else min(next_one, count))
    first = 1 if everything or (number is None and next_one > count) else last
    # What was open already costs nothing again.
    new = [one for one in range(first, last + 1) if one not in opened]
    now = datetime.now().astimezone()
    price = practice.hint_price(before, new, count, now) if history is not None else ""
    left = count - len(opened.union(new))
    render.show_hints(console_on(sys.stdout), found, first, last, left, price)
    cli.record_all(setup, "hint", found, [{"n": one, "last": one == count} for one in new])
