"""`judge import`: a folder of solutions, the problem of each, and one table of verdicts."""

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import cli, execution, read_submission
from judge.cli import render
from judge.cli.imported import Imported, Known, recognise
from judge.cli.options import AS_JSON, console_on, is_live, print_json
from judge.cli.request import Given
from judge.cli.setup import Setup
from judge.cli.source_files import find_source_files
from judge.errors import ProblemError, SubmissionError
from judge.records import replace
from judge.values import escape

if TYPE_CHECKING:
    from judge.execution import Sandboxes
    from judge.problems import Problem
    from judge.settings import Settings


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell which problem each file is of.")
@AS_JSON
@click.pass_obj
def import_(setup: Setup, folder: Path, *, dry_run: bool, as_json: bool) -> None:
    """Judge the solutions in FOLDER and the folders below it.

    A file's problem is told by a comment `# judge: PROBLEM`, LeetCode's header or number, its name
    or that of its folder; other files are left alone. Nothing is timed: `judge submit` times one.
    """
    found = find_source_files(folder)
    imported = Imported(folder, unread=found.unread)
    recognise(imported, found.files, setup.catalog())
    if not dry_run:
        try:
            _judge_all(setup, imported, quiet=as_json)
        except KeyboardInterrupt:
            if not as_json:
                render.show_imported(console_on(sys.stdout), imported)
            raise
    if as_json:
        print_json(render.imported_json(imported))
    else:
        render.show_imported(console_on(sys.stdout), imported)
    raise click.exceptions.Exit(imported.status)


def _judge_all(setup: Setup, imported: Imported, *, quiet: bool) -> None:
    """Judge every known file; those of one problem in the same sandboxes."""
    settings, number = replace(setup.settings(), timing=False), 0
    for slug, files in groupby(imported.known, key=lambda one: one.slug):
        waiting = list(files)
        try:
            problem = setup.problem(slug)
            with execution.Sandboxes(problem, settings) as sandboxes:
                for one in waiting:
                    number, one.interface = number + 1, problem.interface
                    if not quiet:
                        of = f"{number}/{len(imported.known)} {slug}"
                        click.echo(f"{of}  {escape(imported.name(one.path), 200)}", err=True)
                    _judge(setup, one, problem, settings, sandboxes)
        except ProblemError as error:
            # The code of a package may fail on one file; its other files are not better off.
            click.echo(f"judge: {escape(str(error), 20_000, keep=chr(10))}", err=True)
            for one in waiting:
                if one.report is None:
                    one.error = f"the package {slug} is faulty: `judge verify {slug}` tells how"


def _judge(
    setup: Setup, one: Known, problem: "Problem", settings: "Settings", sandboxes: "Sandboxes"
) -> None:
    try:
        submission = read_submission(one.path)
    except SubmissionError as error:
        one.error = str(error)
        return
    given = Given("import", problem.slug, submission)
    steps = setup.judge.judge(submission, problem, settings, sandboxes)
    one.report = cli.follow(steps, sys.stderr, live=is_live(sys.stderr))
    cli.record_judged(setup, given, one.report, None)
