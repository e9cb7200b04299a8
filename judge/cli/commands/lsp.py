"""`judge lsp`: the language server."""

import click

from judge import lsp
from judge.cli.setup import Setup


@click.command("lsp")
@click.pass_obj
def lsp_(setup: Setup) -> None:
    """Serve an editor over standard input and output (LSP).

    For editors without a plug-in of the judge: docs/editors.md says how each is told to start it.
    """
    catalog = setup.catalog()
    lsp.serve_editor(setup.settings().state_dir, setup.environment, catalog)
