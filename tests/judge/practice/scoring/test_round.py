"""What of a history belongs to a round, and what of that counts."""

import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.practice.event import EventError, event_of
from judge.practice.scoring.round import NoRoundError
from judge.practice.scoring.scorecard import score
from tests.judge.practice.round_events import (
    Line,
    at,
    card,
    event,
    failure,
    level,
    part,
    perfect,
    run,
    start,
    submit,
)

#: A part whose time is no bound.
LONG = start(part("a", minutes=900, must=True))


def coding(*events: Line) -> int | None:
    return level(card(LONG, *events), "coding")


def told(*events: Line) -> tuple[str, ...]:
    return card(LONG, run(1), *events).told


def end(minute: float) -> Line:
    return event(minute, "round_end", slug=None, reason="finished")


def pause(minute: float) -> Line:
    return event(minute, "round_pause", slug=None)


def resume(minute: float) -> Line:
    return event(minute, "round_resume", slug=None)


@pytest.mark.parametrize(("minute", "expected"), [(60, 4), (60.1, 1)])
def test_an_event_counts_when_it_began_by_the_deadline(minute: float, expected: int) -> None:
    """`facts.began`, else `at`."""
    assert coding(submit(minute)) == expected
    assert coding(submit(75, began=at(minute))) == expected


def test_an_event_counts_when_it_began_before_the_end() -> None:
    """One of the same moment when it stands before it."""
    assert coding(submit(20), end(30)) == 4
    assert coding(end(30), submit(31)) == 1
    assert coding(end(30), submit(31, began=at(29))) == 4
    assert coding(submit(30), end(30)) == 4
    assert coding(end(30), submit(30)) == 1


def test_pauses_move_the_deadline() -> None:
    """By as long as they were."""
    assert coding(pause(10), resume(20), submit(70)) == 4
    assert coding(pause(10), resume(20), submit(70.1)) == 1
    assert coding(pause(10), resume(20), pause(65), resume(75), submit(80)) == 4
    assert coding(pause(59), resume(99), submit(100)) == 4
    assert coding(pause(61), resume(71), submit(65)) == 1


def test_a_pause_without_an_end_moves_nothing() -> None:
    """It is told all the same."""
    assert coding(pause(10), submit(60.1)) == 1
    assert coding(pause(10), submit(60)) == 4
    assert told(pause(10), submit(60)) == ("paused",)
    assert coding(pause(10), end(20), resume(50), submit(15)) == 4
    assert coding(resume(20), submit(60.1)) == 1


def test_a_second_pause_within_one_is_the_same() -> None:
    """The first moment counts."""
    assert coding(pause(10), pause(15), resume(20), submit(70)) == 4
    assert coding(pause(10), pause(15), resume(20), resume(25), submit(70.1)) == 1


def test_late_is_told_of_what_began_after_the_deadline() -> None:
    """After an earlier `round_end` it is practice, and not told."""
    assert told(submit(10), submit(61)) == ("late",)
    assert told(submit(10), submit(61, began=at(59))) == ()
    assert told(submit(10), end(60.5), submit(61)) == ()
    assert told(submit(10), submit(61), end(62)) == ("late",)
    assert told(submit(10), end(50), submit(55)) == ()
    assert told(submit(10), run(61)) == ()
    assert told(submit(10), submit(61, slug="another")) == ()


def test_the_text_that_is_judged_at_the_deadline_counts_by_the_moment_it_was_given() -> None:
    """By whatever comes after it: it is recorded later than that."""
    assert coding(run(50), end(60), submit(90, began=at(50))) == 4


def test_without_a_deadline_the_minutes_say_it() -> None:
    """From the start; a deadline that is told goes before them."""
    early = start(part("a", minutes=900, must=True), deadline=at(45))
    assert level(card(early, submit(45)), "coding") == 4
    assert level(card(early, submit(46)), "coding") == 1
    lone = start(part("a", minutes=900, must=True), deadline=None, minutes=30)
    assert level(card(lone, submit(30)), "coding") == 4
    assert level(card(lone, submit(31)), "coding") == 1


def test_events_are_ordered_by_at() -> None:
    """As they stand in a file says nothing."""
    assert coding(submit(20), failure(10), LONG) == 3


def test_what_was_before_the_start_or_is_of_another_round_does_not_count() -> None:
    """The round that began last is scored."""
    before = [event(-9, "editorial"), failure(-8)]
    assert coding(*before, submit()) == 4
    other = {**failure(5), "round": "another"}
    earlier = {**start(part("b")), "at": at(-200)}
    assert level(card(earlier, LONG, submit()), "coding") == 4
    begun = {**LONG, "round": "mine"}
    assert level(card(begun, {**submit(), "round": "mine"}, other), "coding") == 4
    named = {**earlier, "round": "another"}
    assert level(card(named, LONG, other, {**submit(), "round": "mine"}), "coding") == 4


def test_an_event_that_stands_twice_counts_once() -> None:
    """A history that was imported twice."""
    twice = {**failure(5), "id": "x"}
    assert coding(twice, twice, twice, submit()) == 3


def test_events_that_name_no_problem_are_of_the_part_opened_last() -> None:
    """Commands act on the part opened last."""
    both = start(part("b"), part("a", must=True, minutes=900))
    nameless = event(5, "submit", "AC", None)
    assert level(card(both, event(1, "round_open"), nameless), "coding") == 2
    assert card(both, event(1, "round_open"), nameless).to_json()["levels"]["testing"] == 1


def test_events_and_lines_say_the_same() -> None:
    """History hands events on, a file lines."""
    lines = [LONG, run(5), submit()]
    events = [event_of({"v": 1, "id": str(n), **line}) for n, line in enumerate(lines)]
    assert score([one for one in events if one], {}) == score(lines, {})


def test_a_line_may_lack_what_the_score_does_not_need() -> None:
    """Nulls are as good as nothing; unknown keys are ignored; newer versions are skipped."""
    bare: Line = {"at": at(0), "kind": "round_start", "facts": {"parts": [{"slug": "a"}]}}
    assert score([bare], {}).to_json()["levels"]["coding"] == 1
    line = {**submit(5), "id": None, "offset": None, "v": None, "colour": "red", "round": None}
    assert score([bare, line], {"colour": "red"}).to_json()["levels"]["coding"] == 4
    numbered = {**line, "id": 7, "version": 3, "offset": "late", "round": 1, "judge": []}
    assert score([bare, numbered], {}).to_json()["levels"]["coding"] == 4
    newer = {**failure(4), "v": 2}
    assert score([bare, newer, line], {}).to_json()["levels"]["coding"] == 4


def test_a_round_without_parts_has_no_criterion() -> None:
    """It leans nowhere."""
    found = score([{**LONG, "facts": {}}], {}).to_json()
    assert set(found["levels"].values()) == set(found["sure"].values()) == {None}
    assert found["leans"] is None


def test_events_without_a_start_are_no_round() -> None:
    """Said in words."""
    with pytest.raises(NoRoundError, match="no event is a round_start"):
        card(submit())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (3, "event 2: an event is a JSON object"),
        ({}, "event 2: at must be a text"),
        ({"kind": "run"}, "event 2: at must be a text"),
        ({"kind": "run", "at": "noon"}, "event 2: at must be a moment"),
        ({"at": at(1)}, "event 2: kind must be a text"),
        ({"kind": "run", "at": at(1), "v": "1"}, "event 2: v must be the version"),
    ],
)
def test_a_line_that_is_no_event_is_named(line: Any, words: str) -> None:
    """By its number, with the reason."""
    with pytest.raises(EventError, match=words):
        score([LONG, line], {})


#: Every name of a fact that is looked at, and values that each of them may have.
NAMES = """agrees also approach arguments began bytes caught clock_moved crucial deadline declared
failed_group false_alarms growth inputs kind known last low matched measured mend minutes must n
notes own part parts reference right runtime same_as slug smallest space tests text time valid"""
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -3, 2.5, 1e308, math.inf, -math.inf, math.nan, 10**400),
    *("", "a", "n", "n^2", "O(n)", "O(", "edge", "\udc80", "9" * 5_000, at(3), "9999-12-31"),
    *([], ["a"], [[]], [{}], [{"slug": "a"}], [{"slug": 1}, 3], [None], {}, {"a": {}}),
    *({"measured": "n", "also": None, "agrees": 1}, {"measured": [], "time": {}, "low": "x"}),
    *({"changed": 1, "smallest": None}, {"caught": True, "known": 0}, {"caught": 3, "known": 1}),
)
FACTS = st.dictionaries(st.sampled_from(NAMES.split()), st.sampled_from(ODD), max_size=6)
KINDS = """round_start round_open round_pause round_resume round_reveal round_ask round_example
round_approach round_answer round_end run submit hint editorial replay"""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(KINDS.split()), FACTS), max_size=6),
    FACTS,
    st.dictionaries(
        st.sampled_from(["problems", "quality", "space", "starter_bytes"]),
        st.sampled_from(ODD)
        | st.dictionaries(st.sampled_from(["a", "a1"]), FACTS | st.sampled_from(ODD)),
    ),
)
def test_facts_of_any_shape_are_survived(
    lines: list[tuple[str, Line]], facts: Line, measured: Line
) -> None:
    """They may be imported from anywhere; a criterion is then a level, or not judged."""
    events = [
        {**event(n, kind, "AC" if n % 2 else "WA"), "facts": found}
        for n, (kind, found) in enumerate(lines)
    ]
    begun = start()
    begun["facts"] |= facts
    found = score([begun, *events], measured)
    assert {one.level for one in found.criteria} <= {None, 1, 2, 3, 4}


def test_moments_at_the_end_of_time_are_survived() -> None:
    """A deadline that no calendar has is none."""
    last = datetime.max.replace(tzinfo=UTC).isoformat()
    begun = start(part("a", must=True), deadline=last, minutes=1e300)
    assert level(card(begun, pause(1), resume(2), submit()), "coding") == 4
    endless = start(part("a", must=True), deadline=None, minutes=1e300)
    assert level(card(endless, submit()), "coding") == 4


def test_a_perfect_round_stays_so_after_its_end() -> None:
    """Nothing of later counts or is told."""
    later = [end(20), event(21, "editorial"), failure(22), pause(23), submit(70)]
    assert perfect(*later).to_json() == perfect().to_json()
