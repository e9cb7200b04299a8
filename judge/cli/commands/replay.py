"""`judge replay`: the input that fails, again, and as a test to debug."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import cli, reports
from judge.cli import render
from judge.cli.exit_status import status_of
from judge.cli.options import refuse_unwritable, write_new
from judge.cli.request import Given, Request
from judge.cli.setup import Setup
from judge.cli.target import STDIN, choose_target, takes_target
from judge.errors import UsageError
from judge.values import escape
from judge.verdict import Verdict

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
@click.option(
    "--input-file",
    "input_out",
    metavar="OUT.json",
    help="Write the whole input that fails, as JSON.",
)
@click.option(
    "--profile",
    is_flag=True,
    help="Let OUT.py show the time by line when it is run as a program; one of a TLE always does.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@click.pass_obj
def replay(
    setup: Setup,
    problem: str | None,
    file: str | None,
    out: str | None,
    input_out: str | None,
    *,
    profile: bool,
    force: bool,
) -> None:
    """Judge FILE again and show the input that fails.

    With --pytest also as a test, to be run under a debugger and without the judge; a large input
    goes into a file beside the test. PROBLEM may be left out as for `judge submit`.
    """
    target = choose_target(setup, problem, file)
    found, submission = setup.problem(target.slug), target.read()
    if profile and out is None:
        raise UsageError("--profile needs --pytest: the test is what shows the time by line")
    if out is not None:
        _refuse_test(found, target.file)
    for name in (out, input_out):
        if name is None or name == STDOUT:
            continue
        if Path(name).exists() and not force:
            raise UsageError(f"{name} is there already; --force overwrites it")
        refuse_unwritable(Path(name))
    if STDOUT == out == input_out:
        raise UsageError("--pytest and --input-file cannot both go to standard output")
    aside = STDOUT in (out, input_out)
    given = Given("replay", target.slug, submission)
    report = Request(target.slug, found, aside=aside).answer(
        setup, submission, lambda known: cli.record_judged(setup, given, known, found)
    )
    whole = reports.with_whole_case(found, setup.settings(), report)
    reason = reports.unwritable(whole)
    if input_out is not None:
        _write_input(whole, reason, input_out, force=force)
    if out is not None:
        if reason:
            what = "the test" if out == STDOUT else escape(out)
            click.echo(f"{what} is not written: {reason}", err=out == STDOUT)
        else:
            _write_test(setup, found, submission, whole, out, force=force, profiled=profile)
    raise click.exceptions.Exit(status_of(report.verdict))


def _refuse_test(problem: "Problem", file: str) -> None:
    """Raise `UsageError` where no test can be written, before anything is judged."""
    problem.refuse("replay")
    problem.require_trust(reports.UNJAILED)
    if file == STDIN:
        raise UsageError("--pytest needs a FILE that the test can load, not standard input")


def _write_input(report: "Report", reason: str, out: str, *, force: bool) -> None:
    what = "the input" if out == STDOUT else escape(out)
    if reason:
        click.echo(f"{what} is not written: {reason}", err=out == STDOUT)
    elif out == STDOUT:
        click.echo(reports.input_json(report), nl=False)
    else:
        write_new(Path(out), reports.input_json(report), force=force)
        click.echo(f"{what} holds the input that fails")


def _write_test(
    setup: Setup,
    problem: "Problem",
    submission: "Submission",
    report: "Report",
    out: str,
    *,
    force: bool,
    profiled: bool,
) -> None:
    entry = reports.entry_of(submission, problem, setup.settings())
    # The test looks for FILE from its own place. Of standard output only the person knows where
    # that will be: here, if nowhere else.
    place = Path("test_counterexample.py" if out == STDOUT else out)
    case = reports.case_json(problem, report) if out != STDOUT else ""
    beside = place.with_suffix(".json")
    name = beside.name if case else ""
    text = reports.pytest_file(problem, submission, entry, report, place, name, profiled=profiled)
    if case:
        write_new(beside, case, force=force)
        click.echo(f"{escape(str(beside))} holds the case")
    if out == STDOUT:
        click.echo(text, nl=False)
        return
    write_new(place, text, force=force)
    command = render.shell_command(["python", "-m", "pytest", "--pdb", render.as_argument(out)])
    click.echo(f"{escape(out)} is ready{f'; then: {command}' if command else ''}")
    slow = render.shell_command(["python", render.as_argument(out)])
    if slow and (profiled or report.verdict is Verdict.TIME_LIMIT_EXCEEDED):
        click.echo(f"the time by line: {slow}")
