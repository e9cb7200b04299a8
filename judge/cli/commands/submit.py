"""`judge submit`: one file, one verdict, here or on a server."""
# ruff: noqa: PLC0415 - a verdict is awaited: what is imported, is imported when it is needed

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import reports
from judge.cli.exit_status import status_of
from judge.cli.options import (
    AS_JSON,
    PROBLEM,
    console_on,
    is_live,
    print_json,
    read_file,
    report_context,
)
from judge.cli.road import Road
from judge.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from judge.problems import Problem
    from judge.reports import Report
    from judge.submission import Submission


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
@click.option("--watch", is_flag=True, help="Judge again whenever FILE changes; Ctrl-C ends it.")
@click.pass_obj
def submit(
    road: Road,
    problem: str,
    file: str,
    form: str,
    server: str | None,
    *,
    as_json: bool,
    no_timing: bool,
    watch: bool,
) -> None:
    """Judge FILE as a solution of PROBLEM.

    FILE may be - for standard input.
    """
    if as_json and form == "line":
        raise click.UsageError("--json and --format=line exclude each other")
    if watch and (as_json or file == "-"):
        raise click.UsageError("--watch needs a file to look at, and people to read: no --json")
    found = _found(road, problem, server)
    # One line for an editor has no place for a runtime, and is awaited.
    timing = not no_timing and form != "line"
    asked = Asked(problem, found, "json" if as_json else form, server, timing)
    if watch:
        from judge.cli.watch import changes

        for _ in changes(Path(file)):
            _watched(road, asked, file)
    submission = read_file(file)
    report = judged(road, asked, submission)
    raise click.exceptions.Exit(status_of(report.verdict))


def _found(road: Road, slug: str, server: str | None) -> "Problem | None":
    """Return the problem of this machine; a server may have others."""
    try:
        return road.catalog().get(slug)
    except UsageError:
        if server is None:
            raise
        return None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be judged, where, and how it is to be shown."""

    slug: str
    problem: "Problem | None"
    form: str
    server: str | None = None
    timing: bool = False
    #: The report goes to standard error: standard output is wanted for something else.
    aside: bool = False

    def console(self) -> "Console":
        return console_on(sys.stderr if self.aside else sys.stdout)


def _watched(road: Road, asked: Asked, file: str) -> None:
    """Judge once for `--watch`: a file that cannot be read for a moment is no reason to stop."""
    try:
        submission = read_file(file)
    except UsageError as error:
        click.echo(f"judge: {error}", err=True)
        return
    judged(road, asked, submission)
    if asked.form == "text":
        click.echo(f"\nwatching {file}; Ctrl-C ends it\n", err=True)


def judged(road: Road, asked: Asked, submission: "Submission") -> "Report":
    """Judge, print the report, and return it; people see the verdict before it is timed."""
    if asked.server is not None or asked.problem is None:
        from judge.client import is_loopback
        from judge.client import submit as submit_to

        url = asked.server or ""
        token = road.token(loopback=is_loopback(url))
        report = submit_to(submission, asked.slug, url, token)
        _print_report(report, asked, submission)
        return report
    from judge.cli.progress import follow

    shown: list[Report] = []

    def early(known: "Report") -> None:
        if asked.form == "text":
            from judge.cli.render.verdict import show_verdict

            context = report_context(asked.problem, submission, known)
            show_verdict(asked.console(), known, context)
            shown.append(known)

    events = road.judge(submission, asked.problem, timing=asked.timing)
    report = follow(events, sys.stderr, live=is_live(sys.stderr), early=early)
    _print_report(report, asked, submission, shown[-1] if shown else None)
    return report


def _print_report(
    report: "Report", asked: Asked, submission: "Submission", shown: "Report | None" = None
) -> None:
    """Print a report in the form that was asked for; `shown` is what people have seen already."""
    if asked.form == "json":
        print_json(reports.to_json(report))
    elif asked.form == "line":
        from judge.cli.render.line import report_line

        click.echo(report_line(report, submission.name))
    else:
        from judge.cli.render.verdict import show_changed, show_measured, show_report

        context = report_context(asked.problem, submission, report)
        if shown is None:
            show_report(asked.console(), report, context)
        elif shown.verdict == report.verdict:
            show_measured(asked.console(), report, context)
        else:
            show_changed(asked.console(), report, context)
