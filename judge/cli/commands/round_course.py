"""The course of a round: `judge round start`, `open`, `rules`, `pause`, `finish`, `show`."""

import secrets
import sys
from datetime import UTC
from typing import TYPE_CHECKING

import click

from judge import cli, practice, problems
from judge.cli import render, rounds
from judge.cli.options import AS_JSON, completes, console_on, print_json, slug_of
from judge.cli.setup import Setup
from judge.errors import ProblemError, UsageError
from judge.values import escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from judge.practice import Candidate, Course, Event

MOST_SEED = 1_000_000

PART = click.option(
    "--part",
    "slug",
    metavar="SLUG",
    callback=lambda _, __, name: name and slug_of(name),
    shell_complete=completes("complete_parts"),
    help="Another part than the one opened last.",
)


@click.command()
@click.option("--minutes", type=click.IntRange(5, 240), default=60, show_default=True)
@click.option(
    "--count", type=click.IntRange(1, 4), default=2, show_default=True, help="How many problems."
)
@click.option("--topics", metavar="TOPIC,...", default="", help="Only problems about these.")
@click.option(
    "--seed", type=click.IntRange(0), help="Draw as this number does; without it by chance."
)
@click.option(
    "--with",
    "extra",
    type=click.Choice(["debug", "tests"]),
    multiple=True,
    help="A program to mend, or to test, besides the problems.",
)
@click.pass_obj
def start(
    setup: Setup,
    minutes: int,
    count: int,
    topics: str,
    seed: int | None,
    extra: tuple[str, ...],
) -> None:
    """Draw the parts of a round, start its clock, and show the first.

    What is due comes first, then what is new. The same seed and history draw the same parts.
    """
    running = rounds.current_round(setup)
    if running is not None and running.is_on(rounds.now()):
        raise UsageError("a round is going on: judge round shows it, judge round finish ends it")
    rounds.close_if_over(setup)
    history = cli.history_of(setup)
    events = history.read() if history is not None else []
    wish = practice.Wish(
        minutes=minutes,
        count=count,
        topics=_topics(topics),
        extra=tuple(practice.PartKind(one) for one in dict.fromkeys(extra)),
    )
    number = secrets.randbelow(MOST_SEED) if seed is None else seed
    moment = rounds.now()
    candidates = _candidates(setup)
    parts = practice.draw(candidates, events, wish, number, _due(candidates, events, moment))
    started = practice.started(
        parts, minutes=minutes, seed=number, now=moment, boot=practice.this_boot()
    )
    rounds.keep(setup, started)
    one = rounds.going_round(setup)
    with cli.paged() as console:
        render.show_round(console, one, moment)
        render.show_part(console, setup.problem(parts[0].slug), one)


@click.command("open")
@click.argument("slug", required=False, shell_complete=completes("complete_parts"))
@click.pass_obj
def open_(setup: Setup, slug: str | None) -> None:
    """Open a part, the next one without SLUG, and show its statement without the constraints.

    What is asked and answered after it is about this part.
    """
    one = rounds.going_round(setup)
    following = one.next_part()
    named = slug_of(slug) if slug else following.slug if following else one.part().slug
    part = one.part(named)
    if part.slug != one.current:
        rounds.keep(setup, practice.act(one, practice.OPEN, part.slug, rounds.now()))
        one = rounds.going_round(setup)
    with cli.paged() as console:
        render.show_part(console, setup.problem(part.slug), one)


@click.command()
@PART
@click.pass_obj
def rules(setup: Setup, slug: str | None) -> None:
    """Show the constraints of a part, as somebody does who would not ask; it is recorded."""
    one = rounds.going_round(setup)
    part = one.part(slug)
    found = setup.problem(part.slug)
    rounds.keep(setup, practice.act(one, "round_reveal", part.slug, rounds.now()))
    with cli.paged() as console:
        render.show_rules(console, found)


@click.command()
@click.pass_obj
def pause(setup: Setup) -> None:
    """Stop the clock; the scorecard tells it."""
    one = rounds.going_round(setup)
    moment = rounds.now()
    rounds.keep(setup, practice.paused(one, moment))
    click.echo(f"Paused with {practice.minutes_words(one.left(moment))} left: judge round resume")


@click.command()
@click.pass_obj
def resume(setup: Setup) -> None:
    """Let the clock go on."""
    one = rounds.going_round(setup)
    rounds.keep(setup, practice.resumed(one, rounds.now()))
    click.echo(rounds.time_line(rounds.going_round(setup), one.part().slug, rounds.now()))


@click.command()
@AS_JSON
@click.pass_obj
def finish(setup: Setup, *, as_json: bool) -> None:
    """End the round, judge the last text of each part that was not submitted, and score it."""
    one = rounds.current_round(setup)
    if one is None:
        raise UsageError("no round is running: judge round start")
    over = one.state(rounds.now()) is practice.RoundState.OVER
    reason = rounds.DEADLINE if over else rounds.FINISHED
    if not cli.close_round(setup, one, reason, rounds.now, anyway=True):
        raise UsageError(rounds.NOT_KEPT)
    _show(setup, rounds.round_named(setup, one.id), as_json=as_json)


@click.command()
@click.argument("number", metavar="[ID]", required=False)
@AS_JSON
@click.pass_obj
def show(setup: Setup, number: str | None, *, as_json: bool) -> None:
    """Show a round, without ID the newest: its parts and clock, or its scorecard."""
    rounds.close_if_over(setup)
    _show(setup, rounds.round_named(setup, number), as_json=as_json)


@click.command("list")
@AS_JSON
@click.pass_obj
def list_(setup: Setup, *, as_json: bool) -> None:
    """List the rounds so far, the newest first."""
    rounds.close_if_over(setup)
    found, moment = rounds.all_rounds(setup)[::-1], rounds.now()
    if as_json:
        print_json([one.to_json(moment) for one in found])
    else:
        render.show_rounds(console_on(sys.stdout), found, moment)


def show_clock(setup: Setup) -> None:
    """Print the clock, the parts and the phase of the round that goes on."""
    rounds.close_if_over(setup)
    one = rounds.current_round(setup)
    if one is None:
        click.echo("No round is running: judge round start")
        return
    render.show_round(console_on(sys.stdout), one, rounds.now())


def _show(setup: Setup, one: "Course", *, as_json: bool) -> None:
    moment = rounds.now()
    ended = one.state(moment) is practice.RoundState.ENDED
    card = cli.card_of(setup, one) if ended else None
    if as_json:
        print_json({**one.to_json(moment), "card": card.to_json() if card else None})
        return
    console = console_on(sys.stdout)
    render.show_round(console, one, moment)
    if card is not None:
        console.print()
        render.show_card(console, card)


def _topics(text: str) -> tuple[str, ...]:
    """Return the topics that a text lists. Raises `UsageError`."""
    found = tuple(name for one in text.split(",") if (name := slug_of(one.strip().casefold())))
    for name in found:
        if name not in problems.TOPICS:
            known = ", ".join(problems.TOPICS)
            raise UsageError(f"{escape(name, 60)} is no topic; topics: {known}")
    return found


def _due(
    candidates: "Sequence[Candidate]", events: "Sequence[Event]", moment: "datetime"
) -> set[str]:
    """Return the problems that are due for review today."""
    shift = moment.utcoffset()
    today = practice.local_day(
        moment.astimezone(UTC), round(shift.total_seconds() / 60) if shift else 0
    )
    queue = practice.due(events, today, {one.slug: one.difficulty for one in candidates})
    return {one.problem for one in (*queue.asked, *queue.waiting)}


def _candidates(setup: Setup) -> "list[Candidate]":
    """Return the problems that may be drawn; a faulty folder hides no other."""
    found, catalog = [], setup.catalog()
    for slug in catalog.slugs():
        try:
            found.append(practice.candidate_of(catalog.get(slug)))
        except ProblemError:
            continue
    return found
