"""`judge similar`: programs of different candidates that are alike, for the host of a service."""

import sys
from typing import TYPE_CHECKING, Any

import click

from judge import alike, storage
from judge.cli import render
from judge.cli.host_store import host_store
from judge.cli.options import AS_JSON, PROBLEM, STORE, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from judge.alike import Pair
    from judge.storage import HandedIn

HINT = "People who solve a question well write alike: this is a hint where to look, and no proof."
#: Rows that are shown at most.
MOST_ROWS = 100


@click.command()
@PROBLEM
@click.argument("ids", nargs=-1, metavar="[FIRST SECOND]")
@click.option(
    "--least",
    type=click.IntRange(0, 100),
    default=60,
    show_default=True,
    metavar="PERCENT",
    help="Show pairs that share so much.",
)
@STORE
@AS_JSON
@click.pass_obj
def similar(setup: Setup, problem: str, ids: tuple[str, ...], least: int, *, as_json: bool) -> None:
    """Show which programs of different candidates for PROBLEM are alike.

    Names, numbers, texts and comments do not count, nor does what stands in the starter or in most
    people's programs. With two ids of that list it shows both programs side by side. It is a hint
    where to look, and no proof. Texts are there only where the service keeps them.
    """
    if len(ids) not in (0, 2):
        raise click.UsageError("name both programs, by their ids, or none")
    chosen = setup.problem(problem)
    with host_store(setup) as database:
        handed = {one.id: one for one in storage.handed_in(database, chosen.slug)}
        names = storage.Tokens(database).names()
    if ids:
        _side_by_side(handed, names, ids)
        return
    with alike.Tokenizer(setup.settings()) as tokenizer:
        tokens = {id_: tokenizer.tokens(one.source) for id_, one in handed.items()}
        known = [tokenizer.tokens(chosen.starter.encode())]
    pairs = alike.pairs_of(tokens, {id_: one.owner for id_, one in handed.items()}, known)
    rows = [_row(pair, handed, names) for pair in pairs if pair.share * 100 >= least]
    if as_json:
        print_json(rows)
    elif rows:
        render.show_similar(console_on(sys.stdout), rows[:MOST_ROWS])
        click.echo(f"\n{HINT}")
        first, second = (rows[0][side]["id"] for side in ("first", "second"))
        click.echo(f"Both side by side: judge similar {chosen.slug} {first} {second}")
    else:
        click.echo(f"Of {len(handed)} programs that are kept no two share {least} %.")


def _row(
    pair: "Pair", handed: "Mapping[str, HandedIn]", names: "Mapping[str, str]"
) -> dict[str, Any]:
    sides = {}
    for side, id_ in (("first", pair.first), ("second", pair.second)):
        one = handed[id_]
        sides[side] = {
            "id": id_,
            "owner": one.owner,
            "candidate": names.get(one.owner, one.owner),
            "verdict": one.verdict.value,
        }
    return {"percent": round(pair.share * 100), **sides}


def _side_by_side(
    handed: "Mapping[str, HandedIn]", names: "Mapping[str, str]", ids: tuple[str, ...]
) -> None:
    missing = [id_ for id_ in ids if id_ not in handed]
    if missing:
        raise UsageError(f"no program {missing[0][:64]!r} is kept for this problem")
    both = [handed[id_] for id_ in ids]
    texts = [one.source.decode("utf-8-sig", "replace") for one in both]
    heads = [f"{names.get(one.owner, one.owner)}  {one.verdict.value}" for one in both]
    render.show_side_by_side(console_on(sys.stdout), texts, heads)
