from typing import Any

import pytest

from tests.judge.practice.round_events import (
    AGREES,
    WORSE,
    Line,
    approach,
    card,
    failure,
    level,
    run,
    start,
    submit,
)

SILENT: Line = {"declared": {"time": None, "space": None}}


def complexity(*events: Line, space: bool | None = True) -> int | None:
    return level(card(start(), *events, space={"a": space}), "complexity")


def quiet(minute: float = 10, verdict: str = "AC", **facts: Any) -> Line:
    """Return a submission whose source declares nothing."""
    return submit(minute, verdict, **{"growth": AGREES, **SILENT, **facts})


def test_4_needs_a_time_before_coding_one_in_the_end_and_space() -> None:
    """AC, growth not worse; each left out makes it a 3."""
    assert complexity(approach(), quiet()) == 4
    assert complexity(approach(), run(), quiet()) == 4
    assert complexity(run(1), approach(), quiet()) == 3
    assert complexity(approach(space=None), quiet()) == 3
    assert complexity(approach(time=None), submit()) == 3
    assert complexity(approach(), failure(10, growth=AGREES)) == 3
    assert complexity(approach(time="O(n^2)"), quiet(growth=WORSE)) == 3


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("O(n)", 4),
        ("n", 4),
        ("O( n )", 4),
        ("O(n log n)", 4),
        ("O(n^2)", 1),
        ("O(1)", 1),
        ("O(V + E)", 2),
        ("fast", 2),
    ],
)
def test_a_declared_class_agrees_when_it_is_measured_or_in_also(time: str, expected: int) -> None:
    """Without `O( )`; one that is not in the list cannot be compared."""
    assert complexity(approach(time=time), quiet()) == expected


def test_before_coding_a_time_must_not_be_refuted() -> None:
    """What cannot be compared is not refuted; the time in the end is the source's."""
    assert complexity(approach(time="O(V + E)"), submit()) == 4
    assert complexity(approach(time="O(n^2)"), submit()) == 3


def test_before_coding_is_the_last_approach_with_a_time_before_the_first_run() -> None:
    """One without a time takes nothing back."""
    wrong = approach(3, time="O(n^2)")
    assert complexity(wrong, approach(4), submit()) == 4
    assert complexity(approach(2), wrong, submit()) == 3
    assert complexity(approach(2), approach(3, time=None), submit()) == 4
    assert complexity(approach(2), run(2.5), wrong, submit()) == 4


@pytest.mark.parametrize(("agrees", "expected"), [(True, 4), (False, 1), (None, 2)])
def test_of_the_sources_own_declaration_agrees_decides(agrees: bool | None, expected: int) -> None:
    """Whatever the approach said."""
    growth = {**AGREES, "agrees": agrees}
    assert complexity(approach(), quiet(growth=growth, declared={"time": "n^2"})) == expected


def test_in_the_end_is_the_last_approach_with_a_time_where_the_source_says_none() -> None:
    """The last approach's: that of the last approach that names a time (a space)."""
    assert complexity(approach(3, time="O(n^2)"), quiet(), approach(20)) == 3
    assert complexity(approach(3), quiet(), approach(20, time="O(n^2)")) == 1
    assert complexity(approach(3), quiet(), approach(20, time=None)) == 4
    assert complexity(approach(3, space=None), quiet(), approach(20, time=None)) == 4


@pytest.mark.parametrize(("space", "expected"), [(True, 4), (None, 4), (False, 2)])
def test_space_that_is_refuted_leaves_a_2(space: bool | None, expected: int) -> None:
    """3: space not refuted; 2: a time declared."""
    assert complexity(approach(), quiet(), space=space) == expected


def test_the_source_may_declare_the_space() -> None:
    """Space declared and not refuted."""
    own = {"time": "n", "space": "1"}
    assert complexity(approach(space=None), submit(declared=own)) == 4


def test_a_refuted_time_is_a_1_even_of_what_would_be_a_2() -> None:
    """1: the time in the end refuted, or nothing said."""
    assert complexity(approach(time="O(n^2)"), quiet()) == 1


def test_nothing_said_is_a_2_with_ac_and_growth_not_worse() -> None:
    """2: a time declared, or AC with growth not worse."""
    assert complexity(quiet()) == 2
    assert complexity(quiet(growth=None)) == 2
    assert complexity(quiet(growth=WORSE)) == 1
    assert complexity(failure(10)) == 1
    assert complexity() == 1
    assert complexity(approach(time=None)) == 1
    assert complexity(approach()) == 2


def test_what_was_not_measured_neither_agrees_nor_is_refuted() -> None:
    """A time declared."""
    assert complexity(approach(), quiet(growth=None)) == 2


def test_without_ac_the_growth_is_of_the_last_submission_that_has_one() -> None:
    """With AC it is the last AC's."""
    assert complexity(approach(), failure(10, growth=AGREES), failure(11)) == 3
    assert complexity(approach(), failure(9, growth=AGREES), failure(10, growth=WORSE)) == 1
    assert complexity(approach(), failure(9, growth=WORSE), failure(10, growth=AGREES)) == 3
    assert complexity(approach(), quiet(9), failure(10, growth=WORSE)) == 4
