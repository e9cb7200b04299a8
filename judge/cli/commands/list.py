"""`judge list`: the problems to choose from."""

import sys
from typing import TYPE_CHECKING

import click

from judge import cli
from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import ProblemError, UsageError
from judge.values import escape

if TYPE_CHECKING:
    from judge.problems import Catalog, Problem


@click.command("list")
@click.option("--tag", help="Only problems with this tag.")
@AS_JSON
@click.pass_obj
def list_(setup: Setup, tag: str | None, *, as_json: bool) -> None:
    """List the problems, by kind and topic, the easy ones first.

    A terminal marks what was solved or tried, what is due again, and what you have flagged.
    """
    found, faulty = _load_all(setup.catalog())
    if tag is not None:
        tags = {one for problem in found for one in problem.tags}
        found = [p for p in found if tag.casefold() in map(str.casefold, p.tags)]
        if not found and not as_json:
            known = ", ".join(escape(one, 60) for one in sorted(tags, key=str.casefold))
            click.echo(f"no problem has the tag {escape(tag, 60)}; tags: {known}", err=True)
    evening = cli.evening_of(setup, found)
    states, queue = evening.states(), evening.queue()
    due = {recall.problem for recall in (*queue.asked, *queue.waiting)}
    flagged = evening.flagged()
    if as_json:
        print_json(
            [
                {
                    **render.line_json(one),
                    "state": states[one.slug].value,
                    "due": one.slug in due,
                    "flagged": one.slug in flagged,
                }
                for one in found
            ]
        )
    else:
        render.show_problems(console_on(sys.stdout), found, states, due, flagged)
    if faulty:
        raise UsageError("\n".join(map(str, faulty)))


def _load_all(catalog: "Catalog") -> "tuple[list[Problem], list[ProblemError]]":
    """Return the problems that load, and why others do not: one faulty folder hides no other."""
    found, faulty = [], []
    for slug in catalog.slugs():
        try:
            found.append(catalog.get(slug))
        except ProblemError as error:
            faulty.append(error)
    return found, faulty
