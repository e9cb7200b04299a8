"""`judge flag`: mark a problem to come back to, or take the mark away."""

import click

from judge import cli, practice
from judge.cli.options import PROBLEM
from judge.cli.past_events import history_to_read
from judge.cli.setup import Setup


@click.command()
@PROBLEM
@click.pass_obj
def flag(setup: Setup, problem: str) -> None:
    """Flag PROBLEM as one to come back to; the second time takes the flag away."""
    found = setup.problem(problem)
    flagged = not practice.past_of(history_to_read(setup).read(found.slug)).flagged
    click.echo(f"{found.slug} {'is flagged' if flagged else 'is not flagged any more'}")
    cli.record(setup, "flag", found, {"on": flagged})
