"""`judge stress`: a fast program of one's own against a slow one that is surely right."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import judge as library
from judge import cli, judging, problems, reports
from judge.cli import render
from judge.cli.exit_status import status_of
from judge.cli.options import AS_JSON, console_on, is_live, print_json, slug_of
from judge.cli.setup import Setup
from judge.cli.target import choose_target
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem

#: As those of `judging.Stress`, which every start of the command line would have to import.
DEFAULTS: dict[str, Any] = {"inputs": 1_000, "seconds": 60.0, "seed": 0}


@click.command()
@click.argument("fast")
@click.argument("slow")
@click.option("--problem", metavar="PROBLEM", help="Whose inputs; told from FAST if left out.")
@click.option(
    "--strategies",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Inputs of your own, in place of a problem's: a file with generated().",
)
@click.option("--entry", metavar="NAME", help="With --strategies: the function to call.")
@click.option(
    "--inputs",
    type=click.IntRange(1, 1_000_000),
    default=DEFAULTS["inputs"],
    show_default=True,
    help="How many to try.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(1, 86_400),
    default=DEFAULTS["seconds"],
    show_default=True,
    help="When to give up.",
)
@click.option("--seed", type=int, default=DEFAULTS["seed"], show_default=True)
@AS_JSON
@click.pass_obj
def stress(
    setup: Setup,
    /,
    fast: str,
    slow: str,
    problem: str | None,
    strategies: Path | None,
    entry: str | None,
    *,
    as_json: bool,
    **bounds: Any,
) -> None:
    """Compare FAST with SLOW on many inputs, and show the smallest on which they differ.

    SLOW is your own brute force: every answer of it counts as right. Exit status 1 tells of a
    difference.
    """
    from judge import pipeline  # noqa: PLC0415 - imports the sandbox

    if strategies is not None and problem is not None:
        raise click.UsageError("--problem and --strategies exclude each other")
    if entry is not None and strategies is None:
        raise click.UsageError("--entry goes with --strategies; a problem says what is called")
    submission = library.read_submission(fast)
    with problems.stress_problem(strategies, entry) as own:
        found = own or _problem(setup, problem, fast)
        steps = pipeline.stress(
            submission,
            library.read_submission(slow),
            found,
            setup.settings(),
            judging.Stress(**bounds),
        )
        report = cli.follow(steps, sys.stderr, live=is_live(sys.stderr))
    if as_json:
        print_json(reports.to_json(report))
    else:
        context = render.report_context(found, submission, report)
        render.show_stress(console_on(sys.stdout), report, (fast, slow), context)
    raise click.exceptions.Exit(status_of(report.verdict))


def _problem(setup: Setup, problem: str | None, fast: str) -> "Problem":
    if problem is None:
        try:
            problem = choose_target(setup, fast, None).slug
        except problems.UnknownProblemError as error:
            raise UsageError(f"{error}; or name it with --problem") from None
    return setup.problem(slug_of(problem))
