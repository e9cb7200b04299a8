"""`judge token new, list, revoke`: who else may use this host's service."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from judge import storage
from judge.cli.host_store import host_store
from judge.cli.options import AS_JSON, MOMENT, print_json, slug_of
from judge.cli.setup import Setup

if TYPE_CHECKING:
    from judge.storage import Token, Tokens

SCOPES = ("read", "submit", "metrics", "admin")


@click.group("token")
def token() -> None:
    """Let others use this host's service, each with a token of their own."""


@token.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(SCOPES),
    default=("read", "submit"),
    help="What it allows; may be given several times. Default: read and submit.",
)
@click.option("--problems", metavar="A,B", help="Only these problems. Default: all.")
@click.option(
    "--until",
    type=MOMENT,
    help="Nothing is judged after that moment, in this machine's time.",
)
@click.option(
    "--attempts", type=click.IntRange(1), metavar="N", help="How many submissions it is good for."
)
@click.pass_obj
def new(
    setup: Setup,
    name: str,
    scopes: tuple[str, ...],
    problems: str | None,
    until: datetime | None,
    attempts: int | None,
) -> None:
    """Make a token for NAME and print it, this once."""
    bounds = storage.Bounds(
        _known(setup, problems), until.astimezone().timestamp() if until else None, attempts
    )
    with _tokens(setup) as tokens:
        made, text = tokens.issue(name, [storage.Scope(one) for one in scopes], bounds)
    click.echo(text)
    click.echo(f"that is the token of {name}; it is shown this once (id {made.id})", err=True)


@token.command("list")
@AS_JSON
@click.pass_obj
def list_(setup: Setup, *, as_json: bool) -> None:
    """List the tokens, without their secrets."""
    with _tokens(setup) as tokens:
        found = [_entry(one) for one in tokens.every()]
    if as_json:
        print_json(found)
        return
    for one in found:
        end = f"revoked {one['revoked_at']}" if one["revoked_at"] else " ".join(one["scopes"])
        bound = "".join(f"  {words}" for words in _bound_words(one))
        click.echo(f"{one['id']}  {one['created_at']}  {end}  {one['name']}{bound}")


@token.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def revoke(setup: Setup, id_: str) -> None:
    """End the token of that id, at once and for good."""
    with _tokens(setup) as tokens:
        tokens.revoke(id_)


@contextmanager
def _tokens(setup: Setup) -> "Iterator[Tokens]":
    """Lend the tokens of this host's service."""
    with host_store(setup) as database:
        yield storage.Tokens(database)


def _entry(one: "Token") -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "scopes": sorted(one.scopes),
        "created_at": storage.utc_text(one.created_at),
        "revoked_at": storage.utc_text(one.revoked_at) if one.revoked_at is not None else None,
        "problems": None if one.bounds.problems is None else sorted(one.bounds.problems),
        "until": storage.utc_text(one.bounds.until) if one.bounds.until is not None else None,
        "attempts": one.bounds.attempts,
    }


def _bound_words(entry: dict[str, Any]) -> Iterator[str]:
    """Yield what a token is bound to, in words."""
    if entry["problems"] is not None:
        yield f"for {','.join(entry['problems'])}"
    if entry["until"] is not None:
        yield f"until {entry['until']}"
    if entry["attempts"] is not None:
        yield f"{entry['attempts']} attempts"


def _known(setup: Setup, problems: str | None) -> frozenset[str] | None:
    """Return the problems that a text names, all of which are known. Raises `UsageError`."""
    if problems is None:
        return None
    slugs = frozenset(slug_of(one.strip()) for one in problems.split(",") if one.strip())
    if not slugs:
        raise click.UsageError("--problems names none")
    for slug in slugs:
        setup.problem(slug)
    return slugs
