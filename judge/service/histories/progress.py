"""What the progress of an owner is: pure, made from the events of a history."""

from collections import Counter
from collections.abc import Mapping, Sequence

from judge import practice
from judge.practice import Evening, Event, State
from judge.service.schemas.practice import ProblemProgress, ProgressAnswer, TopicProgress
from judge.verdict import Verdict

#: What counts as a try, day by day.
TRIES = frozenset({"run", "submit"})
#: The topic of problems that have none.
OTHER = "other"


def progress_of(evening: Evening) -> ProgressAnswer:
    """Return how far the problems of an evening are that were touched."""
    queue = evening.queue()
    recalls = {one.problem: one.day for part in _parts(queue) for one in part}
    done = practice.by_problem(evening.events)
    there = {one.slug for one in evening.problems}
    tries = Counter(practice.day_of(one) for one in evening.events if one.kind in TRIES)
    return ProgressAnswer(
        today=evening.today,
        problems={
            slug: ProblemProgress(
                state=practice.attempts_of(events).state,
                attempts=sum(one.kind == "submit" for one in events),
                last_at=events[-1].at,
                best_ratio=_best_ratio(events),
                due_at=recalls.get(slug),
            )
            for slug, events in done.items()
            if slug in there
        },
        days={day.isoformat(): count for day, count in sorted(tries.items())},
        due=[one.problem for one in queue.asked],
        topics=_topics(evening, done),
        mistakes=_mistakes(evening.events),
    )


def _topics(evening: Evening, done: Mapping[str, Sequence[Event]]) -> list[TopicProgress]:
    """Return the topics in the order of the problems; those without one come last."""
    states: dict[str, Counter[State]] = {}
    for problem in evening.problems:
        counts = states.setdefault(problem.topic or OTHER, Counter())
        counts[practice.attempts_of(done.get(problem.slug, ())).state] += 1
    return [
        TopicProgress(
            topic=topic,
            solved=counts[State.SOLVED],
            tried=counts[State.TRIED],
            new=counts[State.NEW],
        )
        for topic, counts in sorted(states.items(), key=lambda one: one[0] == OTHER)
    ]


def _mistakes(events: Sequence[Event]) -> dict[str, int]:
    """Return how many submissions failed in each way, the most frequent first."""
    faults = {*Verdict} - {Verdict.ACCEPTED, Verdict.INTERNAL_ERROR}
    found = Counter(one.verdict or "" for one in events if one.kind == "submit")
    return {verdict: count for verdict, count in found.most_common() if verdict in faults}


def _parts(queue: practice.Queue) -> Sequence[Sequence[practice.Recall]]:
    # A problem that was due and done today is due again at the day of the last part.
    return queue.asked, queue.waiting, queue.done, queue.later


def _best_ratio(events: Sequence[Event]) -> float | None:
    ratios = map(practice.ratio_of, practice.on_the_last(practice.timed_of(events)))
    return min((ratio for ratio in ratios if ratio is not None), default=None)
