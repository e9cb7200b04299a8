"""A small package to judge on, whose corpus is built once."""

import pytest

from judge.verdict import Verdict
from tests.practice import Practice


@pytest.fixture(scope="package")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A small package whose corpus is built once."""
    made = Practice(tmp_path_factory.mktemp("practice"))
    assert made.report("def largest(nums): return max(nums)").verdict is Verdict.ACCEPTED
    return made
