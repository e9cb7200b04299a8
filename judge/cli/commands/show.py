"""`judge show`: a problem's statement."""

import click

from judge import cli
from judge.cli import render
from judge.cli.options import AS_JSON, PROBLEM, print_json
from judge.cli.setup import Setup


@click.command()
@PROBLEM
@AS_JSON
@click.pass_obj
def show(setup: Setup, problem: str, *, as_json: bool) -> None:
    """Show a problem's statement."""
    found = setup.problem(problem)
    if as_json:
        print_json(render.statement_json(found))
    else:
        with cli.paged() as console:
            render.show_statement(console, found)
    cli.record(setup, "show", found)
    if setup.may_have_round():
        cli.reveal(setup, found.slug)
