"""`judge show`: a problem's statement."""

import click

from judge import cli
from judge.cli import render
from judge.cli.options import PROBLEM
from judge.cli.setup import Setup


@click.command()
@PROBLEM
@click.pass_obj
def show(setup: Setup, problem: str) -> None:
    """Show a problem's statement."""
    found = setup.problem(problem)
    with cli.paged() as console:
        render.show_statement(console, found)
