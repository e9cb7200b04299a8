"""Check a package: every sample solution must get the verdict of its folder."""

import collections
from collections.abc import Iterator
from pathlib import Path

from judge.authoring.interview import InterviewCheck, check_interview
from judge.authoring.soundness import Soundness, examine_package
from judge.events import result_of
from judge.execution import Sandboxes
from judge.pipeline import judge, run
from judge.problems import Problem, SampleSolution
from judge.records import dataclass
from judge.reports import Report
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Verification:
    """One sample solution, the verdict its folder promises, and the report it got."""

    path: Path
    expected: Verdict
    report: Report

    @property
    def ok(self) -> bool:
        return self.report.verdict is self.expected


def verify(
    problem: Problem, settings: Settings
) -> Iterator[Soundness | InterviewCheck | Verification]:
    """Look for faults of `problem`, then judge its sample solutions one after the other.

    Raises `ProblemError`, before the first, where a checker of the package fails on the samples.
    """
    if problem.checker == "custom":
        # Else each solution would report a broken checker, as an internal error.
        collections.deque(run(problem.reference, problem, settings), maxlen=0)
    with Sandboxes(problem, settings) as sandboxes:
        yield examine_package(problem, settings, sandboxes)
        yield check_interview(problem)
        for sample in problem.sample_solutions():
            yield verify_one(problem, sample, settings, sandboxes)


def verify_one(
    problem: Problem, sample: SampleSolution, settings: Settings, sandboxes: Sandboxes
) -> Verification:
    """Judge one sample solution and compare the report with its folder."""
    submission = read_submission(str(sample.path))
    report = result_of(judge(submission, problem, settings, sandboxes))
    return Verification(sample.path, sample.verdict, report)
