"""`judge solutions`: what solves a problem, and by which idea."""

import sys

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import AS_JSON, PROBLEM, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import UsageError


@click.command()
@PROBLEM
@click.argument("name", required=False)
@click.option("--yes", is_flag=True, help="Do not ask, though the problem is not solved yet.")
@AS_JSON
@click.pass_obj
def solutions(setup: Setup, problem: str, name: str | None, *, yes: bool, as_json: bool) -> None:
    """List the accepted solutions of PROBLEM with their time over the reference's and their idea.

    With NAME show one. The times are those that this machine measured last with one of yours.
    Before PROBLEM is accepted this asks first, and costs in the schedule what the editorial does.
    """
    found, history = setup.problem(problem), cli.history_of(setup)
    if not cli.may_tell(setup, found, "its solutions tell how", yes=yes):
        return
    kept = practice.accepted_reports(history, found.slug) if history is not None else ()
    listed = practice.known_solutions(found, practice.rungs_of(kept))
    if name is not None:
        listed = [one for one in listed if one.name == name.removesuffix(".py")]
        if not listed:
            raise UsageError(f"{found.slug} has no solution {name[:60]!r}; leave NAME out for all")
    if as_json:
        print_json(render.solutions_json(listed, texts=name is not None))
    elif name is not None:
        with cli.paged() as console:
            render.show_solution(console, listed[0])
    else:
        render.show_solutions(console_on(sys.stdout), found.slug, listed)
    cli.record(setup, "solutions", found, {"name": name})
