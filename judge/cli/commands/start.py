"""`judge start`: a file to begin a solution in."""

from pathlib import Path

import click

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

    FILE is by default the problem's name with .py; - is standard output.
    """
    found = setup.problem(problem)
    name = file or found.slug.replace("-", "_") + ".py"
    if name == "-":
        click.echo(found.starter, nl=False)
        return
    write_new(Path(name), found.starter, force=force)
    command = render.shell_command(["judge", "submit", found.slug, render.as_argument(name)])
    click.echo(f"{escape(name)} is ready{f'; then: {command}' if command else ''}")
