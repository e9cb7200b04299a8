"""`judge replay`: the input that fails, again, and as a test to debug."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import reports
from judge.cli import render
from judge.cli.exit_status import status_of
from judge.cli.options import refuse_unwritable, write_new
from judge.cli.request import Request
from judge.cli.setup import Setup
from judge.cli.target import STDIN, choose_target, takes_target
from judge.errors import UsageError
from judge.values import escape

if TYPE_CHECKING:
    from judge.problems import Problem
    from judge.reports import Report
    from judge.submission import Submission

STDOUT = "-"


@click.command()
@takes_target
@click.option(
    "--pytest",
    "out",
    metavar="OUT.py",
    help="Write it as a test that stands alone; - is standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite OUT.py if it is there.")
@click.pass_obj
def replay(
    setup: Setup, problem: str | None, file: str | None, out: str | None, *, force: bool
) -> None:
    """Judge FILE again and show the input that fails.

    With --pytest also as a test, to be run under a debugger and without the judge. PROBLEM may be
    left out as for `judge submit`.
    """
    target = choose_target(setup, problem, file)
    found, submission = setup.problem(target.slug), target.read()
    if out is not None and target.file == STDIN:
        raise UsageError("--pytest needs a FILE that the test can load, not standard input")
    if out is not None and out != STDOUT:
        if Path(out).exists() and not force:
            raise UsageError(f"{out} is there already; --force overwrites it")
        refuse_unwritable(Path(out))
    report = Request(target.slug, found, aside=out == STDOUT).answer(setup, submission)
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
    command = render.shell_command(["python", "-m", "pytest", "--pdb", render.as_argument(out)])
    click.echo(f"{escape(out)} is ready{f'; then: {command}' if command else ''}")
