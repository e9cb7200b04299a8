"""`judge plan`: the week of the study plan, what is done, and what is left."""

import sys
from typing import TYPE_CHECKING

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import HostError, UsageError

if TYPE_CHECKING:
    from datetime import datetime


@click.group(invoke_without_command=True)
@AS_JSON
@click.pass_context
def plan(ctx: click.Context, *, as_json: bool) -> None:
    """Show the study plan: the week, what is done, and what is left."""
    if ctx.invoked_subcommand is None:
        _show(ctx.obj, as_json=as_json)


@plan.command()
@click.option(
    "--evenings",
    type=click.IntRange(1, 7),
    default=4,
    show_default=True,
    help="How many evenings a week you have.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first day, as 2026-11-30; by default today.",
)
@click.pass_obj
def start(setup: Setup, evenings: int, day: "datetime | None") -> None:
    """Begin the plan, or begin it anew; what you have solved stays done."""
    found = practice.load_plan()
    begin = practice.Beginning(found.name, day.date() if day else practice.local_today(), evenings)
    history = cli.history_of(setup)
    if history is None:
        raise UsageError("a plan is kept in history, and JUDGE_HISTORY is off")
    if not history.append(practice.plan_event(begin)):
        raise HostError("the plan is not begun: mend what stands above, then begin it again")
    _show(setup, as_json=False)


def _show(setup: Setup, *, as_json: bool) -> None:
    found = practice.load_plan().within(setup.catalog().slugs())
    history = cli.history_of(setup)
    events = history.read() if history is not None else []
    standing = practice.stand(found, events, practice.local_today())
    if as_json:
        print_json(render.plan_json(standing))
    else:
        render.show_plan(console_on(sys.stdout), standing)
