"""Six weeks of an imagined candidate, who does of an evening what `judge next` says."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from judge.practice import (
    Beginning,
    Event,
    Listed,
    due,
    fresh,
    load_plan,
    new_event,
    plan_event,
    progress,
    propose,
    reviews,
)

ROOT = Path(__file__).resolve().parents[3]
MONDAY = date(2026, 11, 30)
#: Monday, Tuesday, Thursday and Saturday.
EVENINGS = (0, 1, 3, 5)
WEEKS = 6
PLAN = load_plan()
EVERY = [slug for week in PLAN.weeks for slug in week.problems]
HERE = [slug for slug in EVERY if (ROOT / "problems" / slug).is_dir()]
#: Topics make no difference here but to the sentence.
TOPICS = itertools.cycle(["arrays", "graphs", "design"])


class Candidate:
    """Somebody with a plan of four evenings a week; `ways` are the ratings that follow in turn."""

    def __init__(self, slugs: list[str], ways: str) -> None:
        self.problems = [
            Listed(slug, topic, "medium") for slug, topic in zip(slugs, TOPICS, strict=False)
        ]
        self.plan = PLAN.within(slugs)
        self.levels = dict.fromkeys(slugs, "medium")
        self.events = [plan_event(Beginning(PLAN.name, MONDAY, 4), now=evening(MONDAY))]
        self.asked: dict[date, list[str]] = {}
        self.queues: list[int] = []
        self._ways = itertools.cycle(ways)

    def live(self) -> None:
        """Spend the evenings of six weeks, each until nothing more is proposed."""
        for week, day in itertools.product(range(WEEKS), EVENINGS):
            self._spend(MONDAY + timedelta(days=7 * week + day))

    def _spend(self, today: date) -> None:
        now, asked = evening(today), self.asked.setdefault(today, [])
        while len(asked) < 10:
            queue = due(self.events, today, self.levels)
            self.queues.append(len(queue.asked) + len(queue.waiting))
            new = fresh(self.plan, self.events, today)
            found = propose(queue, new, self.events, self.problems, today)
            if found is None:
                return
            asked.append(found.problem)
            for event in worked(found.problem, next(self._ways), now):
                self.events.append(event)
                now = event.at
            now += timedelta(minutes=2)
        pytest.fail(f"ten problems in one evening: {asked}")


def evening(day: date) -> datetime:
    return datetime.combine(day, time(18), UTC)


def worked(slug: str, way: str, now: datetime) -> Iterator[Event]:
    """Yield an evening's work on a problem that is rated so: again, hard, good or easy."""
    steps = {"A": "start WA", "H": "start WA WA WA AC", "G": "start AC", "E": "start run AC"}[way]
    for minute, step in enumerate(steps.split(), 1):
        at = now + timedelta(minutes=3 * minute)
        if step in {"start", "run"}:
            facts = {"own": True, "valid": True} if step == "run" else {}
            yield new_event(step, now=at, problem=slug, facts=facts)
        else:
            yield new_event("submit", now=at, problem=slug, verdict=step)


@pytest.mark.parametrize("slugs", [HERE, EVERY], ids=["bundled", "whole"])
@pytest.mark.parametrize("ways", ["G", "E", "GE", "GGHEGEGHEE", "GGGGE", "EEEEG"])
def test_nothing_is_asked_twice_a_day_and_the_queue_stays_under_four(
    slugs: list[str], ways: str
) -> None:
    """Whoever solves what is asked for, at once or with some trouble, never falls behind.

    And gets on: three new problems a week at the least, something to do of most evenings.
    """
    candidate = Candidate(slugs, ways)
    candidate.live()
    assert all(len(set(asked)) == len(asked) for asked in candidate.asked.values())
    assert max(candidate.queues) < 4
    begun = {one.problem for one in reviews(candidate.events, candidate.levels)}
    assert len(begun) >= min(3 * WEEKS, len(slugs))
    assert sum(not asked for asked in candidate.asked.values()) <= len(EVENINGS) * WEEKS // 3


@pytest.mark.parametrize("ways", ["GEHGA", "AH"])
def test_who_struggles_is_given_fewer_new_problems_and_catches_up(ways: str) -> None:
    """Nobody can promise how long the reviews that fail become; they do not pile up."""
    candidate = Candidate(EVERY, ways)
    candidate.live()
    assert all(len(set(asked)) == len(asked) for asked in candidate.asked.values())
    assert max(candidate.queues) < 6
    assert min(candidate.queues[-12:]) < 3


def test_the_plan_goes_on_from_week_to_week() -> None:
    """Problems of every week of the plan that has some were begun, not those of the first alone."""
    candidate = Candidate(EVERY, "GE")
    candidate.live()
    weeks = progress(candidate.plan, candidate.events)
    assert all(one.done.problems for one in weeks if one.week.problems)
