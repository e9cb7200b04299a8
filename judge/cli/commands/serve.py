"""`judge serve`: the judge over HTTP."""

import click

from judge import service
from judge.cli import render
from judge.cli.setup import Setup


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65_535))
@click.option(
    "--public-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Let others in who call this server NAME or NAME:PORT; they need a `judge token`.",
)
@click.pass_obj
def serve(setup: Setup, host: str, port: int, names: tuple[str, ...]) -> None:
    """Answer over HTTP, for editors and scripts of this machine."""
    settings = setup.settings(keeps_state=True)
    service.serve(settings, setup.environment, host, port, names, write_report=render.report_text)
