"""A package is what its folders promise, or `judge verify` says where it is not."""

import re
from pathlib import Path

import pytest

from judge.authoring.verification import Verification, verify
from judge.errors import ProblemError
from judge.problems.problem import Problem
from judge.settings import Settings
from judge.verdict import Verdict
from sandbox import Tier
from tests.packages import LARGEST, counter, largest
from tests.shared_cache import cache_in


def verified(problem: Problem, folder: Path) -> dict[str, Verification]:
    """Verify in the tier that runs everywhere: these solutions are our own."""
    settings = Settings(
        cache_dir=cache_in(folder),
        state_dir=folder / "state",
        tier=Tier.LIMITS_ONLY,
        search_examples=5,
        shrink_calls=20,
    )
    found = verify(problem, settings)
    return {one.path.stem: one for one in found if isinstance(one, Verification)}


def test_a_sound_package_gets_the_verdicts_of_its_folders(tmp_path: Path) -> None:
    """The reference is a solution like any other."""
    problem = largest(tmp_path)
    wrong = problem.solutions / "wrong_answer"
    wrong.mkdir()
    (wrong / "smallest.py").write_text("def largest(nums): return min(nums)\n")
    seen = verified(problem, tmp_path)
    assert seen.keys() == {"reference", "smallest"}
    assert all(one.ok for one in seen.values())
    assert seen["smallest"].report.verdict is Verdict.WRONG_ANSWER


def test_a_statement_that_promises_another_answer_than_the_reference_is_caught(
    tmp_path: Path,
) -> None:
    """What the statement shows is what people are judged by: then the reference is wrong."""
    seen = verified(largest(tmp_path, answers=(2, 5)), tmp_path)["reference"]
    assert not seen.ok
    assert seen.report.verdict is Verdict.WRONG_ANSWER
    failure = seen.report.failure
    assert failure is not None
    assert (failure.group, failure.expected, failure.actual) == ("sample", 2, 3)


def test_a_solution_in_the_wrong_folder_is_caught(tmp_path: Path) -> None:
    """A wrong solution that is accepted shows that the tests are too weak."""
    problem = largest(tmp_path)
    wrong = problem.solutions / "wrong_answer"
    wrong.mkdir()
    (wrong / "right.py").write_text("def largest(nums): return sorted(nums)[-1]\n")
    seen = verified(problem, tmp_path)["right"]
    assert not seen.ok
    assert (seen.expected, seen.report.verdict) == (Verdict.WRONG_ANSWER, Verdict.ACCEPTED)


COUNTER = """
class Counter:
    def __init__(self):
        self.n = 0
    def add(self, n):
        self.n += n
        {after_add}
    def total(self):
        {total}
"""


@pytest.mark.parametrize(
    ("after_add", "total", "verdict", "words"),
    [
        ("return self", "return self.n", Verdict.ACCEPTED, "accepted"),
        (
            "",
            "self.n += 1; return self.n - 1",
            Verdict.WRONG_ANSWER,
            r"call \d, total\(\): expected \d, got \d",
        ),
        (
            "",
            "return {}[self.n]",
            Verdict.RUN_TIME_ERROR,
            r"call \d, total\(\), raised KeyError at line \d",
        ),
    ],
)
def test_a_class_is_judged_call_by_call(
    after_add: str, total: str, verdict: Verdict, words: str, tmp_path: Path
) -> None:
    """On the whole road: results of silent methods do not count, and messages name the call."""
    problem = counter(tmp_path, COUNTER.format(after_add="", total="return self.n"))
    solutions = problem.solutions / "wrong_answer"
    solutions.mkdir()
    (solutions / "own.py").write_text(COUNTER.format(after_add=after_add, total=total))
    report = verified(problem, tmp_path)["own"].report
    assert report.verdict is verdict
    assert re.search(words, report.summary)


@pytest.mark.parametrize(
    "body", ["import sys; sys.exit(0)", "return st.integers(5, 3)", "return 7 // 0"]
)
def test_inputs_that_cannot_be_drawn_are_the_authors_fault(body: str, tmp_path: Path) -> None:
    """Told as such, with file and function, before any solution is judged."""
    text = LARGEST.replace("def generated():", f"def generated():\n    {body}")
    with pytest.raises(ProblemError, match=r"strategies\.py: generated\(\): it raises"):
        verified(largest(tmp_path, strategies=text), tmp_path)


@pytest.mark.parametrize("body", ["import sys; sys.exit(0)", "return 1 // 0", "return 7"])
def test_a_checker_that_fails_on_the_samples_is_the_authors_fault(
    body: str, tmp_path: Path
) -> None:
    """Told once, with its file, and not as an internal error of every solution."""
    checker = f"def check(*_):\n    {body}\n"
    problem = largest(tmp_path, checker="custom", files={"checker.py": checker})
    with pytest.raises(ProblemError, match=r"checker\.py: check: it (raises|returns)"):
        verified(problem, tmp_path)
