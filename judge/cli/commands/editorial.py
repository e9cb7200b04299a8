"""`judge editorial`: how a problem is solved."""

import click

from judge import cli
from judge.cli import render
from judge.cli.options import PROBLEM
from judge.cli.setup import Setup


@click.command()
@PROBLEM
@click.option("--yes", is_flag=True, help="Do not ask, though the problem is not solved yet.")
@click.pass_obj
def editorial(setup: Setup, problem: str, *, yes: bool) -> None:
    """Show how a problem is solved; before it is accepted this asks first."""
    found = setup.problem(problem)
    if cli.may_tell(setup, found, "its editorial tells how", yes=yes):
        with cli.paged() as console:
            render.show_editorial(console, found)
        cli.record(setup, "editorial", found)
