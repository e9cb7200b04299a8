"""`judge round`: rehearse the hour of a coding round."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from judge import practice
from judge.cli import render
from judge.cli.commands.round_course import (
    finish,
    list_,
    open_,
    pause,
    resume,
    rules,
    show,
    show_clock,
    start,
)
from judge.cli.commands.round_talk import answer, approach, ask, example, explain
from judge.cli.options import AS_JSON, console_on, print_json
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.practice import Card


@click.group("round", invoke_without_command=True)
@click.pass_context
def round_(ctx: click.Context) -> None:
    """Rehearse the hour of a coding round, and score it.

    Without a command: the clock, the parts, and what is next.
    """
    if ctx.invoked_subcommand is None:
        show_clock(ctx.obj)


for _command in (
    start,
    open_,
    rules,
    ask,
    example,
    approach,
    answer,
    explain,
    pause,
    resume,
    finish,
    show,
    list_,
):
    round_.add_command(_command)


@round_.command()
@click.argument("file", metavar="FILE")
@AS_JSON
def score(file: str, *, as_json: bool) -> None:
    """Score the rounds of FILE, without a judge.

    Each line of FILE is a JSON object, {"events": [...], "measured": {...}}: what was done, and
    what only the packages and the linter know.
    """
    cards = [_card(file, number, line) for number, line in _lines(file)]
    if as_json:
        print_json({"cards": [card.to_json() for card in cards]})
        return
    console = console_on(sys.stdout)
    for place, card in enumerate(cards):
        if place:
            click.echo()
        render.show_card(console, card)


def _lines(file: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that are not blank, with their numbers from 1."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"cannot read {file}: {reason}") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _card(file: str, number: int, line: str) -> "Card":
    """Return the scorecard of one line. Raises `UsageError`, which names it."""
    place = f"{file}, line {number}"
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: not JSON: {error}") from None
    events = found.get("events") if isinstance(found, dict) else None
    if not isinstance(events, list):
        raise UsageError(f'{place}: it must be an object with a list of "events"')
    measured = found.get("measured") or {}
    if not isinstance(measured, dict):
        raise UsageError(f'{place}: "measured" must be an object')
    try:
        return practice.score(events, measured)
    except (practice.EventError, practice.NoRoundError) as error:
        raise UsageError(f"{place}: {error}") from None
