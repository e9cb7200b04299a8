from typing import Any

import pytest

from tests.judge.practice.round_events import (
    Line,
    card,
    event,
    example,
    failure,
    level,
    run,
    start,
    submit,
)


def judged(*events: Line, **known: Any) -> int | None:
    return level(card(start(), *events, known=known), "testing")


OWN = [run(1, 1), run(2, 2), example(3, arguments=3)]


def test_4_needs_three_own_inputs_or_predicted_examples() -> None:
    """>= 3 before the first submission; 3 needs one."""
    assert judged(*OWN, submit()) == 4
    assert judged(*OWN[:2], submit()) == 3
    assert judged(*OWN[:1], submit()) == 3
    assert judged(*OWN[:2], submit(), run(11, 3)) == 3


def test_own_inputs_are_different_ones() -> None:
    """However they are written; a run and an example of one input are one."""
    assert judged(run(1, 1), run(2, 1), run(3, 2), submit()) == 3
    same = event(3, "round_example", arguments='{ "nums": 1 }', predicted=1, right=True)
    assert judged(run(1, 1), run(2, 2), same, submit()) == 3


def test_own_inputs_are_inside_the_constraints() -> None:
    """An example counts as an own input unless `right` is null."""
    assert judged(*OWN[:2], run(3, 3, valid=False), submit()) == 3
    assert judged(*OWN[:2], example(3, right=None, arguments=3), submit()) == 3
    assert judged(*OWN[:2], example(3, right=False, arguments=3), submit()) == 4


def test_a_run_on_the_samples_is_no_own_input() -> None:
    """But no submission after it is blind."""
    assert judged(run(1, own=False), submit()) == 2


@pytest.mark.parametrize(
    ("caught", "expected"), [(4, 4), (3.9, 3), (2, 3), (1, 2), (0, 2), (None, 4)]
)
def test_4_catches_40_percent_and_3_catches_20(caught: float | None, expected: int) -> None:
    """Of the known wrong solutions; a share that is unknown passes."""
    assert judged(*OWN, submit(), known=10, caught=caught) == expected
    assert judged(*OWN, submit(), known=0, caught=0) == 4


@pytest.mark.parametrize(("failures", "expected"), [(0, 4), (1, 4), (2, 4), (3, 3)])
def test_4_is_without_a_failure_or_ac_after_two(failures: int, expected: int) -> None:
    """No failure (or AC after <= 2)."""
    tries = [one for n in range(failures) for one in (failure(10 + n), run(10.5 + n))]
    assert judged(*OWN, *tries, submit(20)) == expected


def test_3_also_needs_no_failure_or_ac() -> None:
    """Of what has failures and no AC one own input is a 2."""
    assert judged(*OWN, failure(10)) == 2
    assert judged(*OWN, submit(10, "CE")) == 4
    assert judged(*OWN) == 4
    assert judged(OWN[0]) == 3


def test_2_is_one_own_input_or_ac_with_at_most_one_blind() -> None:
    """1 else."""
    assert judged(submit()) == 2
    assert judged(failure(9), submit()) == 1
    assert judged(run(1), failure(8), failure(9), failure(9.5), submit()) == 2
    assert judged(failure(9)) == 1
    assert judged(run(1, own=False), failure(9), failure(9.5), submit()) == 1


@pytest.mark.parametrize(
    ("events", "blind"),
    [
        ([submit()], 1),
        ([run(9), submit()], 0),
        ([event(9, "replay"), submit()], 1),
        ([example(9), submit()], 1),
        ([run(1), failure(8), submit()], 1),
        ([run(1), failure(8), run(9), submit()], 0),
        ([run(1), failure(8), event(9, "replay"), submit()], 0),
        ([run(1), failure(8), example(9), submit()], 1),
        ([run(1), submit(8, "CE"), submit()], 0),
        ([run(1), submit(8, "IE"), submit()], 0),
        ([run(1), failure(7), submit(8, "CE"), submit()], 1),
        ([run(1), failure(7), failure(8), submit()], 2),
        ([run(1), submit(8), failure(9), failure(9.5)], 0),
        ([submit(8, "CE"), submit()], 1),
    ],
)
def test_a_blind_submission_follows_a_failure_or_nothing(events: list[Line], blind: int) -> None:
    """With no run or replay between, an example is none; or the first, with no run before it.

    CE and IE are no failures. Counted up to and with the first AC.
    """
    # Two own inputs that neither begin coding nor are runs, so that blind ones alone decide.
    own = [example(0.1, arguments=7), example(0.2, arguments=8), example(0.3, arguments=9)]
    expected = {0: 4, 1: 3, 2: 2}[blind]
    assert judged(*own, *events) == expected


def test_several_inputs_of_one_run_count_each() -> None:
    """A page runs all its tabs at once."""
    several = run(1, inputs=3, arguments=None)
    several["facts"]["arguments"] = [{"nums": 1}, {"nums": 2}, {"nums": 3}]
    assert judged(several, submit()) == 4
    alone = run(1, inputs=3)
    alone["facts"]["arguments"] = [1, 2, 3]
    assert judged(alone, submit()) == 3
