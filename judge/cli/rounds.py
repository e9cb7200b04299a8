"""The round that goes on while commands are run, and what they ask of it."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from judge import cli, practice
from judge.errors import UsageError
from judge.values import escape

if TYPE_CHECKING:
    from judge.cli.setup import Setup
    from judge.practice import Course, Event

#: Reasons of an end.
FINISHED, DEADLINE = "finished", "deadline"
#: The history has said why.
NOT_KEPT = "a round is kept in the history, which takes nothing now: see above"


def now() -> datetime:
    """Return this moment in the local time zone; tests put another in its place."""
    return datetime.now().astimezone()


def current_round(setup: "Setup") -> "Course | None":
    """Return the round that was not ended yet; None, and that soon, where there is none."""
    history = cli.history_of(setup)
    if history is None or not setup.may_have_round():
        return None
    return practice.unfinished(practice.courses_of(history.read()))


def enter_round(setup: "Setup", slug: str) -> "Course | None":
    """Return the round that a problem is a part of. Work on a part opens it, while time is left."""
    one = current_round(setup)
    if one is None or not one.has(slug):
        return None
    if slug not in one.opened and one.is_on(now()):
        _try_to_keep(setup, practice.act(one, practice.OPEN, slug, now()))
        return current_round(setup)
    return one


def reveal(setup: "Setup", slug: str) -> None:
    """Record that the rules of a part were shown, while a round goes on."""
    one = enter_round(setup, slug)
    if one is not None and one.is_on(now()):
        _try_to_keep(setup, practice.act(one, "round_reveal", slug, now()))


def keep(setup: "Setup", event: "Event") -> None:
    """Keep an event of a round. Raises `UsageError` where it is not: a round lives in the history.

    Why it is not, the history has said on standard error.
    """
    history = cli.history_of(setup)
    if history is None:
        raise UsageError("a round is kept in the history, which JUDGE_HISTORY=off turns off")
    if not history.append(event):
        raise UsageError(NOT_KEPT)


def _try_to_keep(setup: "Setup", event: "Event") -> None:
    """Keep an event beside a command that is about something else, which goes on without."""
    history = cli.history_of(setup)
    if history is not None:
        history.append(event)


def going_round(setup: "Setup") -> "Course":
    """Return the round that goes on. Raises `UsageError` where none does, or its time is up.

    One whose time is up is ended first.
    """
    one = current_round(setup)
    if one is None:
        raise UsageError("no round is running: judge round start")
    if one.is_on(now()):
        return one
    cli.close_round(setup, one, DEADLINE, now)
    raise UsageError("the time of the round is up: judge round show has the scorecard")


def close_if_over(setup: "Setup") -> None:
    """End a round whose time is up: the first command after the deadline does."""
    one = current_round(setup)
    if one is not None and one.state(now()) is practice.RoundState.OVER:
        cli.close_round(setup, one, DEADLINE, now)


def all_rounds(setup: "Setup") -> "list[Course]":
    """Return all rounds of this user, the earliest first."""
    history = cli.history_of(setup)
    return practice.courses_of(history.read()) if history is not None else []


def round_named(setup: "Setup", name: str | None = None) -> "Course":
    """Return the round whose id begins so; without a name the newest. Raises `UsageError`."""
    found = all_rounds(setup)
    if name is None and not found:
        raise UsageError("there is no round yet: judge round start")
    found = [one for one in found if one.id.startswith((name or "").casefold())]
    if not found:
        raise UsageError(f"there is no round {escape(name or '', 40)}: judge round list")
    if name is not None and len(found) > 1:
        raise UsageError(f"{len(found)} rounds begin with {escape(name, 40)}: write more of it")
    return found[-1]


def tell_time(setup: "Setup", slug: str, *, aside: bool) -> None:
    """Print the first line of a submission in a round: the time that is left."""
    one = enter_round(setup, slug)
    if one is not None:
        click.echo(time_line(one, slug, now()), err=aside)


def time_line(one: "Course", slug: str, moment: datetime) -> str:
    """Return how much time is left, and which part a problem is."""
    place = next(at for at, part in enumerate(one.parts, 1) if part.slug == slug)
    part = f"part {place} of {len(one.parts)}"
    state = one.state(moment)
    if state is practice.RoundState.OVER:
        return f"Round: the time is up, so this counts as practice ({part})"
    paused = ", paused" if state is practice.RoundState.PAUSED else ""
    return f"Round: {practice.minutes_words(one.left(moment))} left{paused} ({part})"
