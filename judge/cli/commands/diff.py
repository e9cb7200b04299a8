"""`judge diff`: what changed between two texts of the past."""

import sys

import click

from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.past_events import find_event, history_to_read, source_of
from judge.cli.setup import Setup


@click.command()
@click.argument("first", metavar="ID")
@click.argument("second", metavar="ID")
@AS_JSON
@click.pass_obj
def diff(setup: Setup, first: str, second: str, *, as_json: bool) -> None:
    """Show what changed from one submission or run to another, by their ids in `judge history`."""
    history = history_to_read(setup)
    events = history.read()
    pair = [find_event(events, name) for name in (first, second)]
    lines = render.diff_lines(*((event, source_of(history, event)) for event in pair))
    figures = render.compared_figures(*pair)
    if as_json:
        print_json({"from": pair[0].id, "to": pair[1].id, "diff": lines, "figures": figures})
    elif lines:
        render.show_diff(console_on(sys.stdout), lines)
    else:
        click.echo("the two are the same")
    # Beside the difference, which may be piped into a tool.
    if figures is not None and not as_json:
        click.echo(figures, err=True)
