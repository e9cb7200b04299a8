"""`judge stats`: what the evenings have come to."""

import sys

import click

from judge import cli, practice, problems
from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup


@click.command()
@AS_JSON
@click.pass_obj
def stats(setup: Setup, *, as_json: bool) -> None:
    """Show what you have solved, and when.

    By topic and difficulty, with a calendar of twelve weeks.
    """
    evening = cli.evening_of(setup)
    levels = [*practice.MINUTES]
    found = practice.stats_of(evening.events, evening.listed, problems.TOPICS, levels)
    days = practice.evenings_of(evening.events, evening.today)
    if as_json:
        today = evening.today.isoformat()
        print_json({"today": today, **found.to_json(), "practice": days.to_json()})
    else:
        render.show_stats(console_on(sys.stdout), found, days, evening.today)
