"""`judge note`: a line of one's own about a problem, kept in history."""

import click

from judge import cli
from judge.cli.options import PROBLEM
from judge.cli.past_events import history_to_read
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape

MOST_CHARACTERS = 4_000


@click.command()
@PROBLEM
@click.argument("text", nargs=-1)
@click.pass_obj
def note(setup: Setup, problem: str, text: tuple[str, ...]) -> None:
    """Keep TEXT as a note on PROBLEM; without TEXT show what was noted, the oldest first."""
    found, words = setup.problem(problem), " ".join(text).strip()
    history = history_to_read(setup)
    if len(words) > MOST_CHARACTERS:
        raise UsageError(f"a note has at most {MOST_CHARACTERS:,} characters")
    if words:
        click.echo(f"noted on {found.slug}")
        cli.record(setup, "note", found, {"text": words})
        return
    notes = [event for event in history.read(found.slug) if event.kind == "note"]
    for event in notes:
        said = escape(str(event.facts.get("text", "")), MOST_CHARACTERS)
        click.echo(f"{event.at:%Y-%m-%d}  {said}")
    if not notes:
        click.echo(f"nothing is noted on {found.slug}", err=True)
