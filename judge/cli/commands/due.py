"""`judge due`: the reviews of today."""

import sys

import click

from judge import cli
from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup


@click.command()
@AS_JSON
@click.pass_obj
def due(setup: Setup, *, as_json: bool) -> None:
    """Show which problems to do again today.

    Two a day at most, the least likely to be remembered first.
    """
    evening = cli.evening_of(setup)
    queue = evening.queue()
    if as_json:
        print_json({"today": evening.today.isoformat(), **queue.to_json()})
    else:
        render.show_queue(console_on(sys.stdout), queue, evening.today)
