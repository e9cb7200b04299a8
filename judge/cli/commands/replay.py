"""`judge replay`: the input that fails, again, and as a test to debug."""
# ruff: noqa: PLC0415 - what only this command needs is imported when it runs

from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.commands.submit import Asked, judged
from judge.cli.exit_status import status_of
from judge.cli.options import PROBLEM, read_file, refuse_unwritable, write_new
from judge.cli.road import Road
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem
    from judge.reports import Report
    from judge.submission import Submission


STDOUT = "-"


@click.command()
@PROBLEM
@click.argument("file")
@click.option(
    "--pytest",
    "out",
    metavar="OUT.py",
    help="Write it as a test that stands alone; - is standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite OUT.py if it is there.")
@click.pass_obj
def replay(road: Road, problem: str, file: str, out: str | None, *, force: bool) -> None:
    """Judge FILE again and show the input that fails.

    With --pytest also as a test, to be run under a debugger and without the judge.
    """
    found = road.catalog().get(problem)
    submission = read_file(file)
    if out is not None and file == "-":
        raise UsageError("--pytest needs a FILE that the test can load, not standard input")
    if out is not None and out != STDOUT:
        if Path(out).exists() and not force:
            raise UsageError(f"{out} is there already; --force overwrites it")
        refuse_unwritable(Path(out))
    report = judged(road, Asked(problem, found, "text", aside=out == STDOUT), submission)
    if out is not None:
        _write_test(road, found, submission, report, out, force=force)
    raise click.exceptions.Exit(status_of(report.verdict))


def _write_test(
    road: Road,
    problem: "Problem",
    submission: "Submission",
    report: "Report",
    out: str,
    *,
    force: bool,
) -> None:
    from judge.reports import pytest_file, unwritable
    from judge.values import escape

    reason = unwritable(report)
    if reason:
        what = "the test" if out == STDOUT else escape(out)
        click.echo(f"{what} is not written: {reason}", err=out == STDOUT)
        return
    entry = road.entry(submission, problem)
    if out == STDOUT:
        # It looks for FILE from where it is put, which only the person knows: from here.
        text = pytest_file(problem, submission, entry, report, Path("test_counterexample.py"))
        click.echo(text, nl=False)
        return
    write_new(Path(out), pytest_file(problem, submission, entry, report, Path(out)), force=force)
    click.echo(f"{escape(out)} is ready; then: python -m pytest --pdb {escape(out)}")
