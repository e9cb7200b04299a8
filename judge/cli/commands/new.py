"""`judge new`: the skeleton of a problem of one's own."""

from pathlib import Path

import click

from judge import authoring
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape


@click.command()
@click.argument("slug")
@click.pass_obj
def new(setup: Setup, slug: str) -> None:
    """Write the skeleton of a package SLUG into the first folder of --packages.

    It is a whole small problem: `judge verify SLUG` passes, and goes on passing while you change
    one file after the other.
    """
    folders = setup.settings().problems
    if not folders:
        raise UsageError(
            "name the folder of your problems: --packages DIR, or JUDGE_PROBLEMS=DIR in the "
            "environment; it is made if it is not there"
        )
    folder = folders[0]
    if folder.is_dir() and slug in setup.catalog().slugs():
        raise UsageError(f"there is a problem {escape(slug, 64)} already")
    written = authoring.write_skeleton(folder, slug)
    for path in written:
        click.echo(escape(str(path)))
    here = escape(str(_shown(folder)))
    click.echo(
        f"\nIts code is yours: judge trust {here}\nThen: judge verify {slug} --packages {here}"
    )


def _shown(folder: Path) -> Path:
    """Return a path as a person in this folder would write it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
