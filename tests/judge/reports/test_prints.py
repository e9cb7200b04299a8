"""What is shown of prints: those of the case that is shown, and of it alone."""

import pytest

from judge.pipeline import run
from judge.reports.prints import STDOUT_BYTES, prints
from judge.submission import Submission
from sandbox import Printed
from tests.practice import Practice

LOUD = """
for i in range(3000): print("own test", i, "x" * 60)
def largest(nums):
    print("first of", nums)
    for i in range(LINES): print("row", i, "x" * 40)
    print("last of", nums)
    return max(nums) + WRONG
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    return Practice(tmp_path_factory.mktemp("prints"))


def test_both_ends_of_long_prints_are_kept_and_the_rest_is_counted() -> None:
    """The number is that of all that was printed, not of what was kept."""
    text, left = prints(Printed(b"a" * 65_536, b"b" * 16_384, 10_000_000))
    assert text.startswith("a" * (STDOUT_BYTES // 2))
    assert text.endswith("b" * (STDOUT_BYTES // 2))
    assert left == 10_000_000 - STDOUT_BYTES
    assert f"... {left:,} more bytes ..." in text
    assert prints(Printed(b"ab", b"", 2)) == ("ab", 0)
    assert prints(Printed(b"a" * 9000, b"", 9000))[1] == 9000 - STDOUT_BYTES


@pytest.mark.needs("full")
@pytest.mark.parametrize("lines", [0, 4000])
def test_the_prints_of_a_failing_case_are_its_own(practice: Practice, lines: int) -> None:
    """Whatever was printed while loading and in the cases before."""
    source = LOUD.replace("LINES", str(lines)).replace("WRONG", "(len(nums) == 3)")
    failure = practice.report(source).failure
    assert failure is not None
    shown = str(failure.arguments["nums"])
    assert failure.stdout.startswith(f"first of {shown}\n")
    assert failure.stdout.endswith(f"last of {shown}\n")
    assert failure.stdout.count("first of") == failure.stdout.count("last of") == 1
    assert (failure.stdout_left_out > 0) is (lines > 0)
    assert failure.stdout_loading.startswith("own test 0 ")
    assert f"own test 2999 {'x' * 60}\n" in failure.stdout_loading


@pytest.mark.needs("full")
def test_each_sample_of_a_run_has_its_prints(practice: Practice) -> None:
    """However much the samples before it printed, right or wrong."""
    source = LOUD.replace("LINES", "4000").replace("WRONG", "0").encode()
    samples = practice.problem.samples
    found = list(run(Submission(source, "mine.py"), practice.problem, practice.settings))
    assert len(found) == len(samples)
    for played in found:
        shown = str(played.arguments["nums"])
        assert played.stdout.startswith(f"first of {shown}\n")
        assert played.stdout.endswith(f"last of {shown}\n")
