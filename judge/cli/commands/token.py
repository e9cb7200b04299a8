"""`judge token new, list, revoke`: who else may use this host's service."""
# ruff: noqa: PLC0415 - SQLAlchemy costs more to import than most commands take to run

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from judge.cli.road import Road

if TYPE_CHECKING:
    from judge.storage import Token

SCOPES = ("read", "submit", "metrics")


@click.group("token")
def token() -> None:
    """Let others use this host's service, each with a token of their own."""


@token.command()
@click.argument("name")
@click.option(
    "--scope", "scopes", multiple=True, type=click.Choice(SCOPES), default=("read", "submit"),
    help="What it allows; may be given several times. Default: read and submit.",
)  # fmt: skip
@click.pass_obj
def new(road: Road, name: str, scopes: tuple[str, ...]) -> None:
    """Make a token for NAME and print it, this once."""
    from judge.storage import Scope

    with road.tokens() as tokens:
        made, text = tokens.issue(name, [Scope(one) for one in scopes])
    click.echo(text)
    click.echo(f"that is the token of {name}; it is shown this once (id {made.id})", err=True)


@token.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.pass_obj
def list_(road: Road, *, as_json: bool) -> None:
    """List the tokens, without their secrets."""
    with road.tokens() as tokens:
        found = [_entry(one) for one in tokens.every()]
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for one in found:
        end = f"revoked {one['revoked_at']}" if one["revoked_at"] else " ".join(one["scopes"])
        click.echo(f"{one['id']}  {one['created_at']}  {end}  {one['name']}")


@token.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def revoke(road: Road, id_: str) -> None:
    """End the token of that id, at once and for good."""
    with road.tokens() as tokens:
        tokens.revoke(id_)


def _entry(one: "Token") -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "scopes": sorted(one.scopes),
        "created_at": _day(one.created_at),
        "revoked_at": _day(one.revoked_at) if one.revoked_at is not None else None,
    }


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
