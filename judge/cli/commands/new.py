"""`judge new`: the skeleton of a problem of one's own."""

import sys
from pathlib import Path

import click

from judge import authoring
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.records import replace
from judge.values import escape


@click.command()
@click.argument("slug")
@click.pass_obj
def new(setup: Setup, slug: str) -> None:
    """Write the skeleton of a package SLUG into the first folder of --packages.

    It is a whole small problem, which `judge verify SLUG` finds sound: change its files, and
    verify says what does not fit together any more.
    """
    folder = next(iter(setup.settings().problems), None) or _asked()
    catalog = setup.catalog()
    if folder.resolve() == catalog.problems:
        folder = folder.parent  # The judge looks for the samples of its own packages beside it.
    there = tuple(one for one in {*catalog.own, folder} if one.is_dir())
    if slug in replace(catalog, own=there).slugs():
        raise UsageError(f"there is a problem {escape(slug, 64)} already")
    written = authoring.write_skeleton(folder, slug)
    for path in written:
        click.echo(escape(str(path)))
    if folder.resolve() == catalog.problems.parent:
        click.echo(f"\nThen: judge verify {slug}")
        return
    here = escape(str(_shown(folder)))
    click.echo(
        f"\nIts code is yours: judge trust {here}\nThen: judge verify {slug} --packages {here}"
    )


def _asked() -> Path:
    """Ask for the folder of one's own problems. Raises `UsageError` where nobody answers."""
    if sys.stdin is not None and sys.stdin.isatty():
        click.echo("In which folder do you keep problems of your own? ", err=True, nl=False)
        typed = sys.stdin.readline().strip()
        if typed:
            return Path(typed).expanduser().absolute()
    raise UsageError(
        "name the folder of your problems: --packages DIR, or JUDGE_PROBLEMS=DIR in the "
        "environment; it is made if it is not there"
    )


def _shown(folder: Path) -> Path:
    """Return a path as a person in this folder would write it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
