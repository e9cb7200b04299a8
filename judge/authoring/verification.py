"""Check a package: every sample solution must get the verdict of its folder."""

import collections
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
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


Check = Callable[[], Soundness | InterviewCheck | Verification]
#: The check that makes the cases.
CASES = "cases"


def verify(
    problem: Problem, settings: Settings
) -> Iterator[Soundness | InterviewCheck | Verification]:
    """Look for faults of `problem`, then judge its sample solutions one after the other.

    Raises `ProblemError`, before the first, where a checker of the package fails on the samples.
    """
    _try_checker(problem, settings)
    with Sandboxes(problem, settings) as sandboxes:
        checks = _checks(problem, settings, sandboxes)
        # The others play the cases that this one makes.
        yield checks.pop(CASES)()
        for check in checks.values():
            yield check()


class CheckOrder:
    """The order of a package's checks from one save to the next.

    What failed last time comes first, and of equals what cost less. A check that never ran keeps
    its place before those that did.
    """

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    def of(self, names: Iterable[str]) -> list[str]:
        return sorted(names, key=lambda one: (one not in self._failed, self._seconds.get(one, 0.0)))

    def note(self, name: str, seconds: float, *, ok: bool) -> None:
        self._seconds[name] = seconds
        (self._failed.discard if ok else self._failed.add)(name)


def verify_to_failure(
    problem: Problem, settings: Settings, order: CheckOrder
) -> Iterator[Soundness | InterviewCheck | Verification]:
    """Check a package as `verify` does, in this order, up to the first check that fails."""
    _try_checker(problem, settings)
    with Sandboxes(problem, settings) as sandboxes:
        checks = _checks(problem, settings, sandboxes)
        for name in order.of(checks):
            began = time.perf_counter()
            checked = checks[name]()
            order.note(name, time.perf_counter() - began, ok=checked.ok)
            yield checked
            if not checked.ok:
                return


def _try_checker(problem: Problem, settings: Settings) -> None:
    """Have a checker of the package look at the samples. Raises `ProblemError` if it fails.

    Else each solution would report a broken checker, as an internal error.
    """
    if problem.checker == "custom":
        collections.deque(run(problem.reference, problem, settings), maxlen=0)


def _checks(problem: Problem, settings: Settings, sandboxes: Sandboxes) -> dict[str, Check]:
    """Return every check of a package by its name."""
    checks: dict[str, Check] = {
        "interview": partial(check_interview, problem),
        CASES: partial(examine_package, problem, settings, sandboxes),
    }
    for sample in problem.sample_solutions():
        name = "/".join(sample.path.parts[-2:])
        checks[name] = partial(verify_one, problem, sample, settings, sandboxes)
    return checks


def verify_one(
    problem: Problem, sample: SampleSolution, settings: Settings, sandboxes: Sandboxes
) -> Verification:
    """Judge one sample solution and compare the report with its folder."""
    submission = read_submission(str(sample.path))
    report = result_of(judge(submission, problem, settings, sandboxes))
    return Verification(sample.path, sample.verdict, report)
