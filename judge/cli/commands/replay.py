"""`judge replay`: the input that fails, again, and as a test to debug."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import read_submission, reports
from judge.cli.exit_status import status_of
from judge.cli.options import PROBLEM, refuse_unwritable, write_new
from judge.cli.request import Request
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape

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
def replay(setup: Setup, problem: str, file: str, out: str | None, *, force: bool) -> None:
    """Judge FILE again and show the input that fails.

    With --pytest also as a test, to be run under a debugger and without the judge.
    """
    found = setup.problem(problem)
    submission = read_submission(file)
    if out is not None and file == "-":
        raise UsageError("--pytest needs a FILE that the test can load, not standard input")
    if out is not None and out != STDOUT:
        if Path(out).exists() and not force:
            raise UsageError(f"{out} is there already; --force overwrites it")
        refuse_unwritable(Path(out))
    report = Request(problem, found, aside=out == STDOUT).answer(setup, submission)
    if out is not None:
        reason = reports.unwritable(report)
        if reason:
            what = "the test" if out == STDOUT else escape(out)
            click.echo(f"{what} is not written: {reason}", err=out == STDOUT)
        else:
            _write_test(setup, found, submission, report, out, force=force)
    raise click.exceptions.Exit(status_of(report.verdict))


def _write_test(
    setup: Setup,
    problem: "Problem",
    submission: "Submission",
    report: "Report",
    out: str,
    *,
    force: bool,
) -> None:
    entry = reports.entry_of(submission, problem, setup.settings())
    # The test looks for FILE from its own place. Of standard output only the person knows where
    # that will be: here, if nowhere else.
    place = Path("test_counterexample.py" if out == STDOUT else out)
    text = reports.pytest_file(problem, submission, entry, report, place)
    if out == STDOUT:
        click.echo(text, nl=False)
        return
    write_new(place, text, force=force)
    click.echo(f"{escape(out)} is ready; then: python -m pytest --pdb {escape(out)}")
