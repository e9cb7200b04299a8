"""`judge run`: the samples, or one input of one's own, beside the reference."""

import sys
from typing import TYPE_CHECKING, Any

import click

from judge import cli, reports
from judge.cli import render, watch
from judge.cli.exit_status import Status, status_of
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.own_input import chosen_input
from judge.cli.request import Given
from judge.cli.setup import Setup
from judge.cli.target import STDIN, choose_target, takes_target
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem
    from judge.reports import Played
    from judge.submission import Submission


@click.command()
@takes_target
@click.option(
    "--input",
    "given",
    metavar="INPUT",
    help="One input of your own, not the samples: `nums = [1, 2], k = 2`, JSON, or one argument "
    "a line.",
)
@click.option(
    "--watch", "again", is_flag=True, help="Run again whenever FILE changes; Ctrl-C ends it."
)
@AS_JSON
@click.pass_obj
def run(
    setup: Setup,
    problem: str | None,
    file: str | None,
    given: str | None,
    *,
    again: bool,
    as_json: bool,
) -> None:
    """Run FILE on the samples, or on one input, beside the reference.

    PROBLEM may be left out where the name of FILE, that of its folder, or a comment
    `# judge: PROBLEM` in its first lines tells it.
    """
    if again and (as_json or STDIN in (file, problem)):
        raise click.UsageError("--watch needs a file to look at, and people to read: no --json")
    target = choose_target(setup, problem, file, waits=again)
    found = setup.problem(target.slug)
    arguments = chosen_input(given, found) if given is not None else None
    if setup.may_have_round():
        cli.enter_round(setup, found.slug)
    if again:
        for submission in watch.watched(target.file):
            _play(setup, found, submission, arguments, as_json=False)
    worst = _play(setup, found, target.read(), arguments, as_json=as_json)
    raise click.exceptions.Exit(worst)


def _play(
    setup: Setup,
    problem: "Problem",
    submission: "Submission",
    arguments: dict[str, Any] | None,
    *,
    as_json: bool,
) -> Status:
    """Play the inputs, print each as it is known, and return the exit status."""
    console = None if as_json else console_on(sys.stdout)
    all_played: list[Played] = []
    given = Given("run", problem.slug, submission)
    try:
        for played in setup.judge.run(submission, problem, setup.settings(), arguments):
            if console is not None:
                context = render.report_context(problem, submission)
                render.show_played(console, played, context, all_played)
            all_played.append(played)
    except UsageError:
        if arguments is not None and not all_played:
            cli.record_run(setup, given, problem, [], arguments, valid=False)
        raise
    worst = next((status for p in all_played if (status := status_of(p.verdict))), Status.DONE)
    if console is None:
        print_json([reports.to_json(played) for played in all_played])
    elif arguments is None:
        file = render.named_file(submission)
        render.show_samples_played(console, problem.slug, file, passed=worst is Status.DONE)
    cli.record_run(setup, given, problem, all_played, arguments)
    return worst
