"""`judge package add`: install a problem from a zip file."""

from pathlib import Path

import click

from judge import authoring
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape


@click.group("package")
def package() -> None:
    """Packages of problems as files."""


@package.command()
@click.argument("archive", metavar="FILE.zip", type=click.Path(path_type=Path))
@click.pass_obj
def add(setup: Setup, archive: Path) -> None:
    """Unpack a package into the first folder of --packages.

    Nothing of it runs now. Its code runs in the sandbox alone, unless `judge trust` says otherwise.
    """
    folders = setup.settings().problems
    if not folders:
        raise UsageError("name the folder of your problems: --packages DIR, or JUDGE_PROBLEMS=DIR")
    place = authoring.add_archive(archive, folders[0])
    known = setup.catalog()
    known.get(place.name)  # its faults are told now, and stay to be mended
    shown = escape(str(place))
    click.echo(f"{shown} is ready. Its code runs in the sandbox until you say: judge trust {shown}")
