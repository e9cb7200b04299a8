"""`judge start`: a file to begin a solution in."""

import itertools
import os
from pathlib import Path

import click

from judge import cli
from judge.cli import render
from judge.cli.options import PROBLEM, completes, write_new
from judge.cli.setup import Setup
from judge.values import escape


@click.command()
@PROBLEM
@click.argument("file", required=False, shell_complete=completes("complete_files"))
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
@click.pass_obj
def start(setup: Setup, problem: str, file: str | None, *, force: bool) -> None:
    """Write a problem's starter file.

    FILE is by default the problem's name with .py (.sql for a query), or with _2.py where that is
    taken, and so on;
    - is standard output.
    """
    found = setup.problem(problem)
    if setup.may_have_round():
        cli.enter_round(setup, found.slug)
    suffix = found.language.suffixes[0]
    name = file or _free_name(found.slug.replace("-", "_"), suffix, force=force)
    if name == "-":
        click.echo(found.starter, nl=False)
        cli.record(setup, "start", found)
        return
    write_new(Path(name), found.starter, force=force)
    command = render.shell_command(["judge", "submit", found.slug, render.as_argument(name)])
    click.echo(f"{escape(name)} is ready{f'; then: {command}' if command else ''}")
    cli.record(setup, "start", found)


def _free_name(stem: str, suffix: str, *, force: bool) -> str:
    """Return the first name of an attempt that no file has; with `force` the first of all."""
    later = (f"{stem}_{number}{suffix}" for number in itertools.count(2))
    names = itertools.chain([f"{stem}{suffix}"], later)
    return next(name for name in names if force or not os.path.lexists(name))
