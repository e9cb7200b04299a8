"""`judge submit`: one file, one verdict, here or on a server."""

from typing import TYPE_CHECKING

import click

from judge import cli
from judge.cli import watch
from judge.cli.exit_status import status_of
from judge.cli.options import AS_JSON
from judge.cli.request import Given, Request
from judge.cli.setup import Setup
from judge.cli.target import STDIN, choose_target, takes_target
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem
    from judge.reports import Report
    from judge.submission import Submission


@click.command()
@takes_target
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
@click.option("--fresh", is_flag=True, help="Leave out the inputs that you have met before.")
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
def submit(  # noqa: PLR0913 - click gives each option
    setup: Setup,
    problem: str | None,
    file: str | None,
    form: str,
    server: str | None,
    *,
    as_json: bool,
    no_timing: bool,
    fresh: bool,
    again: bool,
) -> None:
    """Judge FILE as a solution of PROBLEM.

    FILE may be - for standard input. PROBLEM may be left out where the name of FILE, that of its
    folder, or a comment `# judge: PROBLEM` in its first lines tells it.
    """
    if as_json and form == "line":
        raise click.UsageError("--json and --format=line exclude each other")
    if again and (as_json or STDIN in (file, problem)):
        raise click.UsageError("--watch needs a file to look at, and people to read: no --json")
    target = choose_target(setup, problem, file, waits=again)
    found = _problem(setup, target.slug, server)
    # One line for an editor has no place for a runtime, and is awaited.
    timing = not no_timing and form != "line"
    request = Request(target.slug, found, "json" if as_json else form, server, timing, fresh=fresh)
    if again:
        for submission in watch.watched(target.file, quiet=form == "line"):
            _answer(setup, request, submission)
    report = _answer(setup, request, target.read())
    raise click.exceptions.Exit(status_of(report.verdict))


def _answer(setup: Setup, request: Request, submission: "Submission") -> "Report":
    """Judge a submission, print its report, and after it what may come next."""
    if setup.may_have_round():
        cli.tell_time(setup, request.slug, aside=request.form != "text")
    given = Given("submit", request.slug, submission)
    report = request.answer(
        setup, submission, lambda known: cli.record_judged(setup, given, known, request.problem)
    )
    if request.problem is not None and request.form == "text":
        cli.offer(setup, request.problem, report)
    return report


def _problem(setup: Setup, slug: str, server: str | None) -> "Problem | None":
    """Return the problem of this machine; a server may have others."""
    try:
        return setup.problem(slug)
    except UsageError:
        if server is None:
            raise
        return None
