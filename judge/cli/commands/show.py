"""`judge show`: a problem's statement."""

import sys

import click

from judge.cli import render
from judge.cli.options import PROBLEM, console_on
from judge.cli.setup import Setup


@click.command()
@PROBLEM
@click.pass_obj
def show(setup: Setup, problem: str) -> None:
    """Show a problem's statement."""
    render.show_statement(console_on(sys.stdout), setup.problem(problem))
