"""An evening of practice: today, what was done before, and the problems that there are."""

from collections.abc import Iterable, Sequence
from datetime import date

from judge import problems
from judge.practice.curriculum.weeks import Plan, load_plan
from judge.practice.event import Event
from judge.practice.evidence.pace import MINUTES, by_problem
from judge.practice.past import past_of
from judge.practice.planning.plan import Step, fresh, what_else
from judge.practice.planning.proposal import Proposal, propose
from judge.practice.repetition.schedule import Queue, due
from judge.practice.statistics.stats import Listed, State, attempts_of
from judge.problems import Problem
from judge.records import dataclass


@dataclass(frozen=True, slots=True)
class Evening:
    """A day of practice. `problems` are those that load, as `in_order` has them."""

    today: date
    events: Sequence[Event]
    problems: Sequence[Problem]

    @property
    def listed(self) -> list[Listed]:
        return [Listed(one.slug, one.topic, one.difficulty) for one in self.problems]

    @property
    def plan(self) -> Plan:
        return load_plan().within({one.slug for one in self.problems})

    def queue(self) -> Queue:
        """Return what is due of the problems that are here."""
        levels = {one.slug: one.difficulty for one in self.problems}
        own = (event for event in self.events if event.problem in levels)
        return due(own, self.today, levels)

    def states(self) -> dict[str, State]:
        """Return how far this user is with each of the problems."""
        found = by_problem(self.events)
        return {one.slug: attempts_of(found.get(one.slug, ())).state for one in self.problems}

    def flagged(self) -> set[str]:
        """Return the problems that this user has marked to come back to."""
        return {slug for slug, own in by_problem(self.events).items() if past_of(own).flagged}

    def proposal(self) -> Proposal | None:
        """Return what to do next."""
        new = fresh(self.plan, self.events, self.today)
        return propose(self.queue(), new, self.events, self.listed, self.today)

    def what_else(self) -> list[Step]:
        """Return what the plan has for who wants more than is proposed."""
        return what_else(self.plan, self.events, self.today)


def in_order(found: Iterable[Problem]) -> list[Problem]:
    """Return problems by topic, the easy ones first."""
    topics, levels = (*problems.TOPICS, None), [*MINUTES]

    def place(one: Problem) -> tuple[int, int, str]:
        return topics.index(one.topic), levels.index(one.difficulty), one.slug

    return sorted(found, key=place)
