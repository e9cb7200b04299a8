"""A round from its events: clock, pauses, parts, phases, and the texts that are judged last."""

from datetime import timedelta

import pytest

from judge.errors import UsageError
from judge.practice.event import Event
from judge.practice.rounds.actions import (
    act,
    approached,
    ended,
    last_text_id,
    paused,
    resumed,
    started,
    with_round,
)
from judge.practice.rounds.course import Boot, Phase, RoundState, course_of, courses_of, unfinished
from tests.judge.practice.rehearsals import NOON, PARTS, Rehearsal, at


def test_the_clock_goes_from_the_start_to_the_deadline() -> None:
    """Nothing but events tells it: there is no process to be killed."""
    one = Rehearsal().course
    assert (one.state(at(60)), one.left(at(20))) == (RoundState.RUNNING, timedelta(minutes=40))
    assert (one.state(at(61)), one.left(at(61))) == (RoundState.OVER, timedelta(0))
    ended = Rehearsal().end(30).course
    assert (ended.state(at(31)), ended.reason) == (RoundState.ENDED, "finished")


def test_pauses_move_the_deadline() -> None:
    """A pause without an end stops the clock, and moves nothing once the round has ended."""
    one = Rehearsal().add(10, "round_pause").add(25, "round_resume").course
    assert one.deadline == at(75)
    still = Rehearsal().add(10, "round_pause")
    assert still.course.state(at(300)) is RoundState.PAUSED
    assert still.course.left(at(300)) == timedelta(minutes=50)
    assert still.end(300).course.deadline == at(60)


def test_what_is_no_pause_moves_nothing() -> None:
    """A second one inside the first, one after the deadline, an end without a beginning."""
    inside = Rehearsal().add(10, "round_pause").add(12, "round_pause").add(15, "round_resume")
    assert inside.course.deadline == at(65)
    late = Rehearsal().add(61, "round_pause").add(90, "round_resume")
    assert late.course.deadline == at(60)
    assert Rehearsal().add(5, "round_resume").course.deadline == at(60)


def test_a_pause_is_refused_where_the_clock_does_not_run() -> None:
    """And its end where there is none."""
    still = Rehearsal().add(10, "round_pause").course
    with pytest.raises(UsageError, match="paused"):
        paused(still, at(11))
    with pytest.raises(UsageError, match="over"):
        paused(Rehearsal().course, at(61))
    with pytest.raises(UsageError, match="not paused"):
        resumed(Rehearsal().course, at(11))
    assert resumed(still, at(11)).kind == "round_resume"


def test_the_start_opens_the_first_part() -> None:
    """Commands act on the part opened last; another is named."""
    one = Rehearsal()
    assert one.course.part().slug == "lca"
    assert one.course.next_part() == PARTS[1]
    one.add(30, "round_open", "kth-largest")
    assert one.course.part().slug == "kth-largest"
    assert one.course.part("lca").must
    assert one.course.next_part() is None
    one.add(40, "round_open", "lca")
    assert one.course.part().slug == "lca"
    assert one.course.opened == {"lca": NOON, "kth-largest": at(30)}
    with pytest.raises(UsageError, match="lca, kth-largest"):
        one.course.part("lru-cache")


def test_phases_follow_what_was_done() -> None:
    """Clarify, plan, code, discuss."""
    one = Rehearsal()
    assert one.course.phase("kth-largest") is Phase.UNOPENED
    for minutes, kind, values, phase in (
        (1, "round_ask", {}, Phase.CLARIFY),
        (2, "round_example", {}, Phase.PLAN),
        (3, "round_approach", {}, Phase.CODE),
        (4, "submit", {"verdict": "WA"}, Phase.CODE),
        (5, "submit", {"verdict": "AC"}, Phase.DISCUSS),
    ):
        assert one.add(minutes, kind, "lca", **values).course.phase("lca") is phase
    late = Rehearsal().add(61, "submit", "lca", verdict="AC").course
    assert late.phase("lca") is Phase.CLARIFY


def test_the_newest_text_in_time_is_judged_at_the_deadline() -> None:
    """Of each open part, by when the judge was given it, and not one that has its verdict."""
    one = Rehearsal().add(10, "run", "lca", source="a").add(20, "draft", "lca", source="b")
    assert one.last == ["b"]
    assert one.add(61, "run", "lca", source="c").last == ["b"]
    assert one.add(62, "submit", "lca", source="d", began=_text(59)).last == []
    again = Rehearsal().add(10, "submit", "lca", source="a").add(20, "run", "lca", source="b")
    assert again.last == ["b"]
    assert again.add(30, "run", "lca", source="a").last == []
    slow = Rehearsal().add(30, "submit", "lca", source="a", began=_text(10))
    assert slow.add(20, "run", "lca", source="b").last == ["b"]
    unopened = Rehearsal().add(10, "run", "kth-largest", source="a")
    assert unopened.last == []
    assert unopened.add(9, "round_open", "kth-largest").last == ["a"]


def test_a_pause_gives_time_for_a_text() -> None:
    """The deadline that counts is the one that the pauses have moved."""
    one = Rehearsal().add(70, "run", "lca", source="a")
    assert one.last == []
    assert one.add(10, "round_pause").add(25, "round_resume").last == ["a"]


def test_the_last_submission_of_a_part_has_one_id() -> None:
    """Whichever command or server judges it; so it is counted once."""
    one, other = Rehearsal().course, Rehearsal().course
    assert last_text_id(one, "lca") == last_text_id(one, "lca")
    assert len({last_text_id(each, slug) for each in (one, other) for slug in ("a", "b")}) == 4
    ends = [ended(one, at(minutes), "deadline").id for minutes in (61, 62)]
    assert ends[0] == ends[1] != ended(other, at(61), "deadline").id


@pytest.mark.parametrize(
    ("wall", "boot", "moved"),
    [
        (10, Boot("b", 1600.0), False),
        (10, Boot("b", 1640.0), False),
        (10, Boot("b", 1000.0), True),
        (-30, Boot("b", 1600.0), True),
        (10, Boot("c", 5.0), False),
        (10, None, False),
    ],
)
def test_a_clock_that_was_moved_is_told(wall: float, boot: Boot | None, moved: bool) -> None:
    """By the machine's own clock, while it was not restarted; 600 s had passed by it."""
    start = started(PARTS, minutes=60, seed=1, now=NOON, boot=Boot("b", 1000.0))
    one = course_of([start])
    assert one is not None
    assert one.clock_moved(at(wall), boot) is moved


def test_a_clock_that_went_back_over_a_restart_is_told() -> None:
    """Something was done later than now."""
    assert Rehearsal().add(30, "run", "lca").course.clock_moved(at(20), None)


def test_work_on_a_part_belongs_to_the_round() -> None:
    """While it goes on, and also when its time is up, until it has ended."""
    one = Rehearsal()
    work = Event(id="x", at=at(70), offset=0, kind="submit", problem="lca")
    assert with_round(work, one.events).round == one.id
    assert with_round(work._replace(problem="lru-cache"), one.events).round is None
    assert with_round(work._replace(problem=None), one.events).round is None
    assert with_round(work, one.end(65).events).round is None
    assert with_round(work, []) == work


def test_a_submission_says_that_the_clock_was_moved() -> None:
    """Back behind what was done already; a run says nothing of it."""
    one = Rehearsal().add(30, "run", "lca")
    back = Event(id="x", at=at(10), offset=0, kind="submit", problem="lca")
    assert with_round(back, one.events).facts == {"clock_moved": True}
    assert with_round(back._replace(at=at(31)), one.events).facts == {}
    assert with_round(back._replace(kind="run"), one.events).facts == {}


def test_rounds_are_told_apart() -> None:
    """Each by its id; events of no round are none."""
    first, second = Rehearsal().end(30), Rehearsal()
    moved = [event._replace(at=event.at + timedelta(hours=2)) for event in second.events]
    lone = Event(id="x", at=NOON, offset=0, kind="submit", problem="lca")
    found = courses_of([*moved, *first.events, lone])
    assert [one.id for one in found] == [first.id, second.id]
    assert unfinished(found) == found[1]
    assert unfinished(found[:1]) is None


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"parts": 3, "minutes": "x", "deadline": 3},
        {"parts": [{"slug": 3}, None], "deadline": "tomorrow", "boot": {"name": 3}},
        {"minutes": 10**12, "boot": []},
        {"deadline": "9999-12-31T23:59:59Z"},
        {"boot": {"name": "here", "seconds": 1e300}},
        {"boot": {"name": "here", "seconds": 10**400}},
    ],
)
def test_a_start_from_elsewhere_breaks_nothing(facts: dict[str, object]) -> None:
    """An imported history may hold anything."""
    start = Event(id="x", at=NOON, offset=0, kind="round_start", round="x", facts=facts)
    pauses = Rehearsal().add(1, "round_pause").add(9, "round_resume").events[1:]
    found = course_of([start, *pauses])
    assert found is None or not (found.parts or found.clock_moved(at(60), Boot("here", 1.0)))
    assert course_of([start._replace(round="../../x")]) is None


def test_texts_are_kept_without_blanks_and_never_empty() -> None:
    """An act that says nothing is a mistake of typing."""
    one = Rehearsal().course
    event = approached(one, "lca", " two climbs ", (" O(n) ", None), at(1))
    assert event.facts == {"text": "two climbs", "time": "O(n)", "space": None}
    assert (event.round, event.problem) == (one.id, "lca")
    with pytest.raises(UsageError, match="approach is empty"):
        approached(one, "lca", "  ", (None, None), at(1))
    assert act(one, "round_reveal", "lca", at(1)).facts == {}


def _text(minutes: float) -> str:
    return at(minutes).isoformat()
