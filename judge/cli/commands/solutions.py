"""`judge solutions`: what solves a problem, and by which idea."""

import sys
from typing import TYPE_CHECKING

import click

from judge import cli
from judge.cli import render
from judge.cli.options import AS_JSON, PROBLEM, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.practice import History
    from judge.problems import Problem


@click.command()
@PROBLEM
@click.argument("name", required=False)
@click.option("--yes", is_flag=True, help="Though the problem is not solved yet.")
@AS_JSON
@click.pass_obj
def solutions(setup: Setup, problem: str, name: str | None, *, yes: bool, as_json: bool) -> None:
    """List the accepted solutions of PROBLEM with their time over the reference's and their idea.

    With NAME show one. The times are those that this machine measured last with one of yours.
    """
    found, history = setup.problem(problem), cli.history_of(setup)
    if not (yes or cli.past_on(setup, found.slug).solved):
        raise UsageError(f"{found.slug} is not solved yet; --yes shows its solutions all the same")
    listed = render.listed_solutions(_texts(found), _rungs(history, found.slug))
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


def _texts(problem: "Problem") -> dict[str, bytes]:
    accepted = [one for one in problem.sample_solutions() if one.verdict is Verdict.ACCEPTED]
    return {one.path.stem: one.path.read_bytes() for one in accepted}


def _rungs(history: "History | None", slug: str) -> dict[str, float]:
    """Return the ratios of the newest report that has a ladder."""
    for event in reversed(history.read(slug) if history is not None else []):
        report = event.facts.get("report") if event.verdict == "AC" else None
        text = history.text(report) if history is not None and isinstance(report, str) else None
        rungs = render.rungs_of(text)
        if rungs:
            return rungs
    return {}
