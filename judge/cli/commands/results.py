"""`judge results`: candidates by problems, for the host of a service."""

import sys

import click

from judge import storage
from judge.cli import render
from judge.cli.host_store import host_store
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup
from judge.values import escape


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
    with host_store(setup) as database:
        rows = storage.result_rows(database)
    if as_json:
        print_json(rows)
    elif as_csv:
        shown = ({**row, "candidate": escape(row["candidate"])} for row in rows)
        sys.stdout.write(storage.results_csv(shown))
    else:
        render.show_results(console_on(sys.stdout), rows)
