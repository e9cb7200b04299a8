"""`judge results`: candidates by problems, for the host of a service."""

import csv
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from judge import storage
from judge.cli import render
from judge.cli.host_store import host_store
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup

if TYPE_CHECKING:
    from judge.storage import Result

#: What makes a spreadsheet read a cell as a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "candidate",
    "problem",
    "verdict",
    "attempts",
    "ratio",
    "growth",
    "accepted_at",
)


@click.command()
@click.option("--csv", "as_csv", is_flag=True, help="A table that spreadsheets read.")
@AS_JSON
@click.pass_obj
def results(setup: Setup, *, as_csv: bool, as_json: bool) -> None:
    """Show what the users of this host's service have reached, problem by problem.

    It has the best verdict, the attempts, the ratio and growth of the fastest accepted one, and
    when the first was accepted.
    """
    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    rows = list(map(_row, *_read(setup)))
    if as_json:
        print_json(rows)
    elif as_csv:
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows([_cell(row[name]) for name in COLUMNS] for row in rows)
    else:
        render.show_results(console_on(sys.stdout), rows)


def _read(setup: Setup) -> "tuple[list[Result], list[str]]":
    """Return the results, and the name of the candidate of each."""
    with host_store(setup) as database:
        found = storage.results_of(storage.attempts_in(database))
        names = storage.Tokens(database).names()
    return found, [names.get(one.owner, one.owner) for one in found]


def _row(found: "Result", name: str) -> dict[str, Any]:
    at = found.accepted_at
    return {
        "candidate": name,
        "owner": found.owner,
        "problem": found.problem,
        "verdict": found.verdict.value,
        "attempts": found.attempts,
        "ratio": found.ratio,
        "growth": found.growth,
        "accepted_at": None
        if at is None
        else datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds"),
    }


def _cell(value: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula: names are a stranger's."""
    if isinstance(value, float):
        return f"{value:.3f}"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
