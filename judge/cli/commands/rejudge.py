"""`judge rejudge`: submissions judged again with a package as it is now, for a service's host."""

import getpass
import os
import sys
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import click

from judge import storage
from judge.cli import render
from judge.cli.host_store import host_store
from judge.cli.options import AS_JSON, MOMENT, PROBLEM, STORE, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape
from judge.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from judge.storage import Preview, Rejudging, Rejudgings


@click.command()
@PROBLEM
@click.option(
    "--preview", "act", flag_value="preview", default=True, help="Show what would change."
)
@click.option("--apply", "act", flag_value="apply", help="Change what the preview shows.")
@click.option("--stop", "act", flag_value="stop", help="Leave out what waits.")
@click.option("--resume", "act", flag_value="resume", help="Go on with what was stopped.")
@click.option("--again", "act", flag_value="again", help="Begin anew, though there is a preview.")
@click.option("--since", type=MOMENT, help="Only submissions since then, by this clock.")
@click.option("--verdict", type=click.Choice([one.value for one in Verdict]), help="Only these.")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with the rejudging.")
@STORE
@AS_JSON
@click.pass_obj
def rejudge(
    setup: Setup,
    problem: str,
    act: str,
    since: datetime | None,
    verdict: str | None,
    why: str,
    *,
    as_json: bool,
) -> None:
    """Judge the service's submissions of PROBLEM again, with the package as it is now.

    The workers of a running service do it, behind people who wait. Nothing is changed until
    --apply; both reports are kept then.
    """
    slug = setup.problem(problem).slug
    with _rejudgings(setup) as kept:
        newest = kept.newest(slug)
        over = newest is None or newest.applied_at is not None
        changed = None
        if act == "again" or (act == "preview" and over):
            newest = _begun(kept, slug, since, verdict, why, again=act == "again")
        elif newest is None or over:
            raise UsageError(f"no rejudging of {slug} is open: begin with `judge rejudge {slug}`")
        elif since is not None or verdict is not None or why:
            raise UsageError(f"one of {slug} is open, see its preview; --again begins anew")
        elif act == "apply":
            changed = kept.apply(newest.id)
        elif act != "preview":
            (kept.stop if act == "stop" else kept.resume)(newest.id)
        _show(newest, kept.preview(newest.id), changed, as_json=as_json)


def _begun(
    kept: "Rejudgings",
    slug: str,
    since: datetime | None,
    verdict: str | None,
    why: str,
    *,
    again: bool,
) -> "Rejudging":
    return kept.begin(
        slug,
        who=_person(),
        why=escape(why, storage.MOST_REASON),
        since=since.astimezone().timestamp() if since is not None else None,
        verdict=Verdict(verdict) if verdict is not None else None,
        again=again,
    )


def _person() -> str:
    try:
        return escape(getpass.getuser())[:64]
    except (KeyError, OSError):  # a container's user may have no name
        return f"user {os.getuid()}"


def _show(
    rejudging: "Rejudging", preview: "Preview", changed: int | None, *, as_json: bool
) -> None:
    document = storage.preview_document(rejudging, preview)
    document |= {} if changed is None else {"changed": changed}
    if as_json:
        print_json(document)
    else:
        render.show_rejudging(console_on(sys.stdout), document)


@contextmanager
def _rejudgings(setup: Setup) -> "Iterator[Rejudgings]":
    """Lend the rejudgings of this host's service."""
    with host_store(setup) as database:
        yield storage.Rejudgings(database, storage.LeaseQueue(database))
