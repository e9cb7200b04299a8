"""This evening of this user: what the commands about practice work with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from judge import practice
from judge.cli.recording import history_of
from judge.errors import ProblemError

if TYPE_CHECKING:
    from judge.cli.setup import Setup
    from judge.practice import Evening, Event
    from judge.problems import Problem


def evening_of(setup: "Setup", found: "Sequence[Problem] | None" = None) -> "Evening":
    """Return this day, of these problems or of all that load."""
    if found is None:
        found = _loaded(setup)
    return practice.Evening(practice.local_today(), _events(setup), practice.in_order(found))


def _events(setup: "Setup") -> "Sequence[Event]":
    history = history_of(setup)
    return history.read() if history is not None else ()


def _loaded(setup: "Setup") -> "list[Problem]":
    """Return the problems that load; `judge list` tells why others do not."""
    catalog, found = setup.catalog(), []
    for slug in catalog.slugs():
        try:
            found.append(catalog.get(slug))
        except ProblemError:
            continue
    return found
