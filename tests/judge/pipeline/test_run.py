"""`run` plays inputs beside the reference."""

import pytest

from judge.errors import UsageError
from judge.pipeline import run
from judge.submission import Submission
from judge.verdict import Verdict
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


def test_run_plays_the_samples_beside_the_reference(practice: Practice) -> None:
    """`judge run` shows both answers for each sample."""
    submission = Submission(b"def largest(nums): return nums[0]", "own.py")
    played = list(run(submission, practice.problem, practice.settings))
    assert [(p.expected, p.actual, p.verdict) for p in played] == [
        (3, 3, Verdict.ACCEPTED),
        (5, 5, Verdict.ACCEPTED),
    ]


def test_run_plays_an_input_of_ones_own(practice: Practice) -> None:
    """Any input inside the constraints is answered by both."""
    submission = Submission(b"def largest(nums): return nums[0]", "own.py")
    (played,) = run(submission, practice.problem, practice.settings, {"nums": [1, 9]})
    assert (played.expected, played.actual) == (9, 1)
    assert played.verdict is Verdict.WRONG_ANSWER


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "nums"),
        ({"nums": [1], "k": 2}, "nums"),
        ({"nums": []}, "outside the constraints"),
        ({"nums": 5}, "outside the constraints"),
        ({"nums": [None]}, "outside the constraints"),
    ],
)
def test_an_input_outside_the_statement_is_the_users_mistake(
    practice: Practice, arguments: dict[str, object], words: str
) -> None:
    """Nothing is played on an input for which the statement promises no answer."""
    submission = Submission(b"def largest(nums): return 1", "own.py")
    with pytest.raises(UsageError, match=words):
        list(run(submission, practice.problem, practice.settings, arguments))
