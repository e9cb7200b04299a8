"""What is shown of a failure: the smallest input, wherever the failing one came from."""

import pytest

from judge.problems.case import Group
from judge.verdict import Verdict
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


def test_a_wrong_answer_on_a_large_input_is_made_small(practice: Practice) -> None:
    """Only the large cases hold this number, and the report shows it alone."""
    report = practice.report("def largest(nums): return 0 if 1234 in nums else max(nums)")
    assert report.failure is not None
    assert (report.verdict, report.failure.group) == (Verdict.WRONG_ANSWER, Group.SCALE)
    assert report.failure.arguments == {"nums": [1234]}
    assert (report.failure.actual, report.failure.expected) == (0, 1234)
    assert report.failure.size is None


def test_an_exception_on_a_large_input_keeps_its_size(practice: Practice) -> None:
    """Such as too deep a recursion: how much it takes is what the candidate has to know."""
    report = practice.report(
        "def largest(nums): return max(nums) if len(nums) < 2000 else nums[-1 - 2000]"
    )
    assert report.failure is not None
    assert (report.verdict, report.failure.size) == (Verdict.RUN_TIME_ERROR, 2000)
