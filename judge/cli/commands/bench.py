"""`judge bench`: how a submission's time and memory grow."""

import sys
from pathlib import Path

import click

from judge import cli
from judge.cli import render
from judge.cli.exit_status import Status
from judge.cli.options import (
    AS_JSON,
    console_on,
    is_live,
    print_json,
    refuse_unwritable,
)
from judge.cli.request import Given
from judge.cli.setup import Setup
from judge.cli.target import choose_target, takes_target
from judge.errors import UsageError
from judge.values import escape


@click.command()
@takes_target
@click.option("--plot", "out", metavar="OUT", help="Draw it too, into OUT.svg, .png or .html.")
@AS_JSON
@click.pass_obj
def bench(
    setup: Setup, problem: str | None, file: str | None, out: str | None, *, as_json: bool
) -> None:
    """Measure how FILE's time and memory grow, beside the reference's.

    It takes about half a minute, best on a quiet machine. Of a query it shows the steps.
    """
    target = choose_target(setup, problem, file)
    found, submission = setup.problem(target.slug), target.read()
    if out is not None:
        found.refuse("plot")
        _refuse_undrawable(Path(out))
    given = Given("bench", target.slug, submission)
    steps = setup.judge.bench(submission, found, setup.settings())
    result = cli.follow(steps, sys.stderr, live=is_live(sys.stderr))
    if as_json:
        print_json(render.bench_json(result))
    else:
        render.show_bench(console_on(sys.stdout), result, submission.name)
    if out is not None and not result.refused:
        render.write_plot(result, Path(out))
        click.echo(f"{escape(out)} is ready", err=as_json)
    cli.record_bench(setup, given, result)
    raise click.exceptions.Exit(Status.NOT_ACCEPTED if result.refused else Status.DONE)


def _refuse_undrawable(out: Path) -> None:
    """Raise `UsageError` if no plot can be written there, before half a minute is spent."""
    if out.suffix not in (".svg", ".png", ".html"):
        ending = out.suffix or "a file without an ending"
        raise UsageError(f"--plot writes .svg, .png and .html, not {ending}")
    refuse_unwritable(out)
    if out.suffix == ".png":
        render.png_of  # noqa: B018 - says that its extra is missing
