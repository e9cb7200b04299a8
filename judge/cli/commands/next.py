"""`judge next`: one problem, and why."""

import sys

import click

from judge import cli
from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup


@click.command("next")
@AS_JSON
@click.pass_obj
def next_(setup: Setup, *, as_json: bool) -> None:
    """Say which problem to do next, and why.

    What is due again and what is new in the plan take turns; new problems wait while reviews pile
    up.
    """
    evening = cli.evening_of(setup)
    proposal = evening.proposal()
    if as_json:
        print_json(proposal and proposal.to_json())
    else:
        slug = proposal.problem if proposal is not None else None
        problem = next((one for one in evening.problems if one.slug == slug), None)
        console = console_on(sys.stdout)
        if proposal is None or problem is None:
            render.show_what_else(console, evening.what_else())
        else:
            render.show_proposal(console, proposal, problem)
