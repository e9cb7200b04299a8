"""`judge submit`: one file, one verdict, here or on a server."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import read_submission
from judge.cli import watch
from judge.cli.exit_status import status_of
from judge.cli.options import AS_JSON, PROBLEM
from judge.cli.request import Request
from judge.cli.setup import Setup
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem


@click.command()
@PROBLEM
@click.argument("file")
@AS_JSON
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "line"]),
    default="text",
    show_default=True,
    help="line: one `file:line:column: CODE message` line, for editors.",
)
@click.option("--no-timing", is_flag=True, help="Skip the comparison with the reference's speed.")
@click.option(
    "--server",
    metavar="URL",
    envvar="JUDGE_SERVER",
    show_envvar=True,
    help="Judge there; the token is JUDGE_TOKEN's, or the local server's own.",
)
@click.option(
    "--watch", "again", is_flag=True, help="Judge again whenever FILE changes; Ctrl-C ends it."
)
@click.pass_obj
def submit(
    setup: Setup,
    problem: str,
    file: str,
    form: str,
    server: str | None,
    *,
    as_json: bool,
    no_timing: bool,
    again: bool,
) -> None:
    """Judge FILE as a solution of PROBLEM.

    FILE may be - for standard input.
    """
    if as_json and form == "line":
        raise click.UsageError("--json and --format=line exclude each other")
    if again and (as_json or file == "-"):
        raise click.UsageError("--watch needs a file to look at, and people to read: no --json")
    found = _problem(setup, problem, server)
    # One line for an editor has no place for a runtime, and is awaited.
    timing = not no_timing and form != "line"
    request = Request(problem, found, "json" if as_json else form, server, timing)
    if again:
        for _ in watch.changes(Path(file)):
            _answer_again(setup, request, file)
    report = request.answer(setup, read_submission(file))
    raise click.exceptions.Exit(status_of(report.verdict))


def _problem(setup: Setup, slug: str, server: str | None) -> "Problem | None":
    """Return the problem of this machine; a server may have others."""
    try:
        return setup.problem(slug)
    except UsageError:
        if server is None:
            raise
        return None


def _answer_again(setup: Setup, request: Request, file: str) -> None:
    """Judge once for `--watch`, which a file that cannot be read for a moment does not end."""
    try:
        submission = read_submission(file)
    except UsageError as error:
        click.echo(f"judge: {error}", err=True)
        return
    request.answer(setup, submission)
    if request.form == "text":
        click.echo(f"\nwatching {file}; Ctrl-C ends it\n", err=True)
