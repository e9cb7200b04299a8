"""The options that every command takes: problems of one's own, and trust in their code."""

import os
from collections.abc import Callable
from typing import Any

import click

from judge.cli.setup import Setup
from judge.records import replace


def takes_packages(command: click.Command) -> click.Command:
    """Give a command, and those of a group, the options --packages and --trust."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            takes_packages(one)
        return command
    command.params += [
        click.Option(
            ["--packages"],
            metavar="DIR[:DIR]",
            expose_value=False,
            callback=sets("JUDGE_PROBLEMS"),
            help="Folders of problems of your own, as JUDGE_PROBLEMS names them.",
        ),
        click.Option(
            ["--trust"],
            is_flag=True,
            expose_value=False,
            callback=_set_trust,
            help="Their strategies and checkers may run outside the sandbox, this once.",
        ),
    ]
    return command


def sets(name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    """Return the callback of an option that says what a variable of the environment says.

    The processes that the command starts find it in theirs.
    """

    def set_it(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        if value:
            _set(ctx, name, value)

    return set_it


def _set_trust(ctx: click.Context, _: click.Parameter, value: Any) -> None:
    if value:
        _set(ctx, "JUDGE_TRUST", "yes")


def _set(ctx: click.Context, name: str, value: str) -> None:
    setup = ctx.obj
    if not isinstance(setup, Setup):
        return
    if setup.environment is os.environ:
        os.environ[name] = value  # the workers of a server read it too
    else:
        ctx.obj = replace(setup, environment={**setup.environment, name: value})
