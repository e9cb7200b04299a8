"""What is told, and never punished."""

import pytest

from tests.judge.practice.round_events import (
    Line,
    at,
    card,
    event,
    failure,
    part,
    perfect,
    run,
    start,
    submit,
)

EVERYTHING = [
    *("paused", "clock_moved", "pasted", "same_as_own", "same_as_known"),
    *("counterexample_driven", "hints", "late"),
]


def told(*events: Line, kind: str = "problem") -> set[str]:
    return set(card(start(part("a", kind)), *events).told)


@pytest.mark.parametrize(
    ("first", "bytes_", "expected"),
    [
        (10, 499, False),
        (10, 500, True),
        (33, 500, True),
        (34, 500, False),
        (0, 500, True),
        (41, 600, True),
        (42, 600, False),
    ],
)
def test_pasted_is_400_bytes_more_at_over_12_a_second(
    first: float, bytes_: int, expected: bool
) -> None:
    """The first text is held against the starter, of 100 bytes, at the opening."""
    assert ("pasted" in told(run(first / 60, bytes=bytes_))) == expected


def test_pasted_is_between_a_text_and_the_one_before_it_in_its_part() -> None:
    """Of runs and submissions; by `at`, and of at least one second."""
    assert "pasted" in told(run(10, bytes=300), submit(10.5, bytes=700))
    assert "pasted" not in told(run(10, bytes=300), submit(10.6, bytes=700))
    assert "pasted" not in told(run(10, bytes=300), submit(10.1, bytes=699))
    assert "pasted" not in told(run(10, bytes=300), run(10.1, bytes=600), submit(10.2, bytes=900))
    assert "pasted" in told(run(10, bytes=300), submit(10, bytes=700))
    assert "pasted" in told(run(10, bytes=300), submit(10.5, bytes=700, began=at(1)))


def test_pauses_are_not_taken_off_the_time_of_typing() -> None:
    """Who pauses may go on typing."""
    pauses = [event(1, "round_pause"), event(9, "round_resume")]
    assert "pasted" not in told(run(0.9, bytes=100), *pauses, run(9.1, bytes=700))


def test_texts_of_other_parts_are_no_texts_before_it() -> None:
    """A part is timed from its own opening."""
    both = start(part("a", must=True), part("b"))
    opened = event(10, "round_open", slug="b")
    texts = [run(9.9, bytes=150), run(11, bytes=400, slug="b"), run(11.1, bytes=160)]
    assert "pasted" not in card(both, opened, *texts).told
    assert "pasted" in card(both, opened, run(10.5, bytes=400, slug="b")).told
    # The first text of a part that was never opened is held against nothing.
    assert "pasted" not in card(both, run(10, bytes=900, slug="b")).told


@pytest.mark.parametrize(("whose", "sign"), [("own", "same_as_own"), ("known", "same_as_known")])
def test_a_text_that_is_the_same_is_told(whose: str, sign: str) -> None:
    """Of a submission, accepted or not."""
    assert sign in told(submit(same_as=whose))
    assert sign in told(failure(10, same_as=[whose]))
    assert sign in told(submit(same_as={whose: True}))
    assert sign not in told(submit(same_as={whose: False}))
    assert sign not in told(submit(same_as=None))


def test_pasted_and_same_as_known_are_for_problem_parts_only() -> None:
    """What a debug part gives is no text of one's own."""
    texts = [run(0.1, bytes=900), submit(same_as=["own", "known"])]
    assert told(*texts) >= {"pasted", "same_as_known", "same_as_own"}
    for kind in ("debug", "tests"):
        assert told(*texts, kind=kind) == {"same_as_own"}


def test_counterexample_driven_is_three_blind_ones_in_one_part() -> None:
    """Counted up to and with the first AC."""
    assert "counterexample_driven" in told(failure(5), failure(6), submit(7))
    assert "counterexample_driven" not in told(run(4), failure(5), failure(6), submit(7))
    assert "counterexample_driven" not in told(submit(4), failure(5), failure(6), submit(7))
    both = start(part("a", must=True), part("b"))
    blind = [failure(5), failure(6), event(7, "round_open", slug="b"), failure(8, slug="b")]
    assert "counterexample_driven" not in card(both, *blind).told


def test_hints_are_told_of_problem_parts_until_ac() -> None:
    """The editorial too."""
    assert "hints" in told(event(5, "hint", n=1), submit())
    assert "hints" in told(event(5, "editorial"), submit())
    assert "hints" not in told(submit(), event(11, "hint", n=1), event(11, "editorial"))
    assert "hints" not in told(event(5, "hint", n=1), submit(), kind="debug")


def test_all_is_told_in_this_order() -> None:
    """Paused, clock_moved, pasted, same_as_own, same_as_known, ..., hints, late."""
    events = [
        submit(61, bytes=950),
        event(4, "hint", n=1),
        run(0.2, bytes=900),
        failure(5, same_as=["known"], bytes=900),
        failure(6, same_as=["own"], bytes=900),
        failure(7, clock_moved=True, bytes=900),
        failure(7.5, bytes=900),
        event(8, "round_pause"),
    ]
    assert list(card(start(), *events).told) == EVERYTHING


def test_what_is_told_moves_no_level() -> None:
    """Told, never punished."""
    levels = perfect().to_json()["levels"]
    for facts in ({"same_as": "own"}, {"same_as": "known"}, {"clock_moved": True}, {"bytes": 9999}):
        assert perfect(**facts).to_json()["levels"] == levels
