"""What is believed of the program that counts changes: numbers of lines, and nothing else."""

from typing import Any

import pytest

from judge.execution.outcome import Outcome
from judge.judging.mend import Mend, mend_of
from sandbox import Ending


def answered(value: Any, *, returned: bool = True) -> Outcome:
    return Outcome(Ending.REPLY, "read", returned, value)


@pytest.mark.parametrize(
    ("value", "mend"),
    [
        ([6, [1, 5, 1]], Mend(1, 1, rewritten=False)),
        ([6, [2, 5, 3]], Mend(3, 2, rewritten=False)),
        ([6, [2, 5, 4]], Mend(4, 2, rewritten=True)),
        ([7, [2, 5, 4]], Mend(4, 2, rewritten=True)),
        ([6, [2, 5, 0]], Mend(0, 0, rewritten=False)),
        ([6, [5, 4, 1]], Mend(1, 1, rewritten=False)),
        ([6, [None, 4, 4]], Mend(4, 4, rewritten=True)),
    ],
)
def test_the_smallest_is_the_least_and_never_above_what_was_changed(value: Any, mend: Mend) -> None:
    """A candidate may find a smaller mend than the package knows; half is not more than half."""
    assert mend_of(answered(value), 3) == mend


@pytest.mark.parametrize(
    "value",
    [
        *(
            None,
            3,
            "6",
            [],
            [6],
            [6, 1],
            [6, []],
            [6, [1, 2]],
            [6, [1, 2, 3, 4]],
            [6, [1, 2, 3], 0],
        ),
        *([6, [1, 2, None]], [6, [None, None, 3]], [6, [1, 2, -3]], [6, [1, 2, 3.0]]),
        *([6, [1, 2, True]], [6, [1, 2, "3"]], [6, [1, 2, 10**7]], [-1, [1, 2, 3]]),
        *([True, [1, 2, 3]], [6, {"a": 1}], {"changed": 1}, [6, (1, 2, 3)]),
    ],
)
def test_another_answer_is_none(value: Any) -> None:
    """There is no figure then, and no error."""
    assert mend_of(answered(value), 3) is None


def test_no_answer_is_none() -> None:
    """Whatever value it left."""
    assert mend_of(answered([6, [1, 5, 1]], returned=False), 3) is None
