"""`judge bench`: how a submission's time and memory grow."""
# ruff: noqa: PLC0415 - what only this command needs is imported when it runs

import sys
from pathlib import Path

import click

from judge.cli.exit_status import Status
from judge.cli.options import (
    AS_JSON,
    PROBLEM,
    console_on,
    is_live,
    print_json,
    read_file,
    refuse_unwritable,
)
from judge.cli.road import Road
from judge.errors import UsageError


@click.command()
@PROBLEM
@click.argument("file")
@click.option(
    "--plot", "out", metavar="OUT", help="Draw it too, into OUT.svg or OUT.html (overwritten)."
)
@AS_JSON
@click.pass_obj
def bench(road: Road, problem: str, file: str, out: str | None, *, as_json: bool) -> None:
    """Measure how FILE's time and memory grow, beside the reference's.

    It takes about half a minute, best on a quiet machine.
    """
    found = road.catalog().get(problem)
    submission = read_file(file)
    if out is not None and Path(out).suffix not in (".svg", ".html"):
        raise UsageError(
            f"--plot writes .svg and .html, not {Path(out).suffix or 'a file without'}"
        )
    if out is not None:
        refuse_unwritable(Path(out))
    from judge.cli.progress import follow
    from judge.cli.render.bench import bench_json, show_bench, write_plot

    steps = road.bench(submission, found)
    benched = follow(steps, sys.stderr, live=is_live(sys.stderr))
    if as_json:
        print_json(bench_json(benched))
    else:
        show_bench(console_on(sys.stdout), benched, submission.name)
    if out is not None and not benched.refused:
        write_plot(benched, Path(out))
        from judge.values import escape

        click.echo(f"{escape(out)} is ready", err=as_json)
    raise click.exceptions.Exit(Status.NOT_ACCEPTED if benched.refused else Status.DONE)
