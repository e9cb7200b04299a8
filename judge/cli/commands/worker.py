"""`judge worker`: workers without a server."""

import click

from judge import service
from judge.cli.options import QUEUE, STORE
from judge.cli.setup import Setup


@click.command()
@STORE
@QUEUE
@click.pass_obj
def worker(setup: Setup) -> None:
    """Judge what servers take in that share a store, on this machine.

    JUDGE_WORKERS says how many at once.
    """
    service.work(setup.settings(keeps_state=True), setup.environment)
