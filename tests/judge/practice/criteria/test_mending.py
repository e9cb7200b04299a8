"""Parts that give a program to be mended, or ask for tests."""

from typing import Any

import pytest

from tests.judge.practice.round_events import Line, card, event, level, part, start, submit


def judged(kind: str, *events: Line) -> int | None:
    return level(card(start(part("a", kind)), *events), "testing")


def mended(minute: float = 10, changed: int = 1, verdict: str = "AC") -> Line:
    mend = {"changed": changed, "smallest": 1, "rewritten": False}
    return submit(minute, verdict, mend=mend)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([mended()], 4),
        ([mended(changed=2)], 4),
        ([mended(changed=3)], 3),
        ([submit()], 4),
        ([submit(mend={"changed": 9, "smallest": None})], 4),
        ([submit(5, "CE"), mended()], 4),
        ([submit(5, "WA"), mended()], 3),
        ([submit(5, "WA"), submit(6, "WA"), mended()], 2),
        ([submit(5, "WA")], 1),
        ([], 1),
    ],
)
def test_a_debug_part_by_its_failures_and_the_size_of_its_mend(
    events: list[Line], expected: int
) -> None:
    """4 AC at first within twice the smallest mend, 3 at most one failure, 2 AC, 1 none."""
    assert judged("debug", *events) == expected


def suite(caught: int, known: int = 10, alarms: int = 0, minute: float = 10) -> Line:
    tests = {"caught": caught, "known": known, "false_alarms": alarms}
    return submit(minute, "WA", tests=tests)


@pytest.mark.parametrize(
    ("caught", "known", "alarms", "expected"),
    [
        (9, 10, 0, 4),
        (89, 100, 0, 3),
        (7, 10, 0, 3),
        (69, 100, 0, 2),
        (4, 10, 0, 2),
        (39, 100, 0, 1),
        (10, 10, 1, 2),
        (5, 10, 1, 2),
        (1, 10, 1, 1),
    ],
)
def test_a_test_part_by_the_share_it_catches(
    caught: int, known: int, alarms: int, expected: int
) -> None:
    """0.9 / 0.7 / 0.4; a false alarm caps at 2."""
    assert judged("tests", suite(caught, known, alarms)) == expected


def test_of_a_test_part_the_last_submission_with_tests_counts() -> None:
    """Better or worse than the one before."""
    assert judged("tests", suite(9), suite(4, minute=20), submit(30, "CE")) == 2
    assert judged("tests", suite(4), suite(4, 5, minute=20)) == 3
    assert judged("tests", submit(10, "CE")) == 1
    assert judged("tests") == 1


@pytest.mark.parametrize("kind", ["debug", "tests"])
def test_debug_and_test_parts_have_test_and_debug_alone(kind: str) -> None:
    """One that was never opened has none."""
    found = card(start(part("a", kind)), mended()).to_json()["levels"]
    assert [name for name, level in found.items() if level is not None] == ["testing"]
    both = start(part("b"), part("a", kind, must=True))
    assert level(card(both), "testing") == 1
    assert level(card(both, event(1, "round_open"), mended(), suite(9)), "testing") == 2


@pytest.mark.parametrize("kind", ["debug", "tests"])
def test_hints_and_the_editorial_do_not_count_there(kind: str) -> None:
    """In debug and test parts not at all."""
    helped: list[Any] = [event(1, "hint", n=1, last=True), event(2, "editorial")]
    found = card(start(part("a", kind)), *helped, mended(), suite(9, minute=11))
    assert (level(found, "testing"), found.told) == (4, ())
