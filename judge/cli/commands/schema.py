"""`judge schema`: what problem.toml may hold, as JSON Schema."""

import click

from judge import problems
from judge.cli.options import print_json


@click.command()
def schema() -> None:
    """Print the JSON Schema of problem.toml, for editors that complete it."""
    print_json(problems.manifest_schema())
