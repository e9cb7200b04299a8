"""What the commands about practice work with: today, what was done before, and the problems."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from judge import practice, problems
from judge.cli.recording import history_of
from judge.errors import ProblemError

if TYPE_CHECKING:
    from judge.cli.setup import Setup
    from judge.practice import Event, Listed, Plan, Proposal, Queue, State, Step
    from judge.problems import Problem


@dataclass(frozen=True, slots=True)
class Evening:
    """A day of practice. `problems` are those that load, by topic, the easy ones first."""

    today: date
    events: "Sequence[Event]"
    problems: "Sequence[Problem]"

    @property
    def listed(self) -> "list[Listed]":
        return [practice.Listed(one.slug, one.topic, one.difficulty) for one in self.problems]

    @property
    def plan(self) -> "Plan":
        return practice.load_plan().within({one.slug for one in self.problems})

    def queue(self) -> "Queue":
        """Return what is due of the problems that are here."""
        levels = {one.slug: one.difficulty for one in self.problems}
        own = (event for event in self.events if event.problem in levels)
        return practice.due(own, self.today, levels)

    def states(self) -> "dict[str, State]":
        """Return how far this user is with each of the problems."""
        found = practice.by_problem(self.events)
        return {
            one.slug: practice.attempts_of(found.get(one.slug, ())).state for one in self.problems
        }

    def proposal(self) -> "Proposal | None":
        """Return what to do next."""
        fresh = practice.fresh(self.plan, self.events, self.today)
        return practice.propose(self.queue(), fresh, self.events, self.listed, self.today)

    def what_else(self) -> "list[Step]":
        """Return what the plan has for who wants more than is proposed."""
        return practice.what_else(self.plan, self.events, self.today)


def evening_of(setup: "Setup", found: "Sequence[Problem] | None" = None) -> Evening:
    """Return this day, of these problems or of all that load."""
    if found is None:
        found = _loaded(setup)
    return Evening(practice.local_today(), _events(setup), sorted(found, key=_place))


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


def _place(problem: "Problem") -> tuple[int, int, str]:
    topics, levels = (*problems.TOPICS, None), [*practice.MINUTES]
    return topics.index(problem.topic), levels.index(problem.difficulty), problem.slug
