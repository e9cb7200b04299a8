"""`judge trust`: which folders of one's own problems may run outside the sandbox."""

from pathlib import Path

import click

from judge import problems
from judge.cli.options import AS_JSON, print_json
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape


@click.command()
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(path_type=Path))
@click.option("--remove", is_flag=True, help="Take the trust in DIR back.")
@AS_JSON
@click.pass_obj
def trust(setup: Setup, folder: Path | None, *, remove: bool, as_json: bool) -> None:
    """Let the packages below DIR run outside the sandbox; without DIR list what is trusted.

    Their strategies, checkers and data.py are code: what they do, they do as you. The real path of
    DIR is kept in the state folder. A package that lies elsewhere, or a link there, is not trusted.
    """
    if remove and folder is None:
        raise click.UsageError("--remove goes with DIR")
    state = setup.settings(keeps_state=folder is not None).state_dir
    if folder is None:
        found = [str(one) for one in problems.trusted_folders(state)]
        if as_json:
            print_json(found)
        for one in [] if as_json else found:
            click.echo(escape(one))
        return
    if remove:
        if not problems.distrust(state, folder.absolute()):
            raise UsageError(f"{escape(str(folder))} was not trusted")
        words = f"{escape(str(folder))} is not trusted any more"
    else:
        words = f"packages below {escape(str(problems.trust(state, folder)))} are trusted"
    if as_json:
        print_json([str(one) for one in problems.trusted_folders(state)])
    else:
        click.echo(words)
