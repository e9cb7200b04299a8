"""What the judge shows for a wrong submission, beside the smallest input that shows it wrong."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.part import WHOLE, Part
from judge.authoring.mutation_testing import mutants_of, read_equivalents
from judge.events import Shrinking, result_of
from judge.execution.player import Player
from judge.execution.reference import reference_answer
from judge.execution.sandboxes import Sandboxes
from judge.judging.trial import Trial
from judge.languages.python.mutants import sample
from judge.pipeline import judge
from judge.problems.case import Case, Group
from judge.problems.problem import Problem
from judge.reduction.weights import weight
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import Submission, read_submission
from judge.verdict import SHRUNK, Verdict
from sandbox import Limit
from tests.smallest.small_inputs import Arguments, small_inputs

LIMIT = Limit(cpu_seconds=0.3, wall_seconds=5.0)
#: A submission that runs into the limit this often is left out: it would take hours.
SLOW = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """One wrong submission: what was shown, the least input that shows it, and the time."""

    name: str
    arguments: Arguments
    least: Arguments | None  #: None when no small input shows that it is wrong
    seconds: float

    @property
    def as_small(self) -> bool:
        """Whether no input with fewer values shows it."""
        return self.least is None or weight(self.arguments)[0] <= weight(self.least)[0]

    @property
    def the_same(self) -> bool:
        """Whether no input is simpler in any way."""
        return self.least is None or weight(self.arguments) <= weight(self.least)


def wrong_submissions(problem: Problem, mutants: int) -> Iterator[Submission]:
    """Yield the wrong and crashing samples of a package, and some mutants of the right ones."""
    for solution in problem.sample_solutions():
        if solution.verdict in SHRUNK:
            yield read_submission(str(solution.path))
    listed = {entry.key for entry in read_equivalents(problem)}
    known = [mutant for mutant in mutants_of(problem) if mutant.key not in listed]
    for number, mutant in enumerate(sample(known, mutants)):
        yield Submission(mutant.source.encode(), f"mutant {number} of {mutant.file}")


def shown(
    problem: Problem, settings: Settings, mutants: int, part: Part = WHOLE
) -> Iterator[Shown]:
    """Judge each wrong submission of a part and look for the least failing input.

    Left out is what the judge promises no smallest input for: state that leaks, an answer that
    changes from play to play, and a large case that only shows its size.
    """
    # On a busy machine the guard would decide what is shown, and not the counts.
    settings = replace(settings, guard_seconds=60.0)
    with Sandboxes(problem, settings) as sandboxes:
        cases = _cases(problem, sandboxes)
        for submission in part.of(wrong_submissions(problem, mutants)):
            report, seconds = _judged(submission, problem, settings, sandboxes)
            failure = report.failure
            if failure is None or report.verdict not in SHRUNK:
                continue
            if failure.state_leak or failure.passes_alone or failure.size is not None:
                continue
            trial = Trial.of(problem, submission, settings, sandboxes)
            least = _least(trial, cases, report.verdict)
            yield Shown(submission.name, failure.arguments, least, seconds)


def _judged(
    submission: Submission, problem: Problem, settings: Settings, sandboxes: Sandboxes
) -> tuple[Report, float]:
    """Return the report, and the seconds between the beginning of shrinking and the end."""
    began = 0.0

    def watch(event: object) -> None:
        nonlocal began
        if isinstance(event, Shrinking) and not began:
            began = time.monotonic()

    report = result_of(judge(submission, problem, settings, sandboxes), watch)
    return report, time.monotonic() - began if began else 0.0


def _cases(problem: Problem, sandboxes: Sandboxes) -> list[Case]:
    cases: list[Case] = []
    with Player(sandboxes.main, problem.header, problem.reference) as reference:
        for arguments in small_inputs(problem):
            sent = problem.encode(arguments)
            answer = reference_answer(problem, reference, sent)
            cases.append(problem.case(Group.EDGE, len(cases), sent, answer))
    return cases


def _least(trial: Trial, cases: list[Case], verdict: Verdict) -> Arguments | None:
    """Return the first small input that fails alike, in a program of its own too."""
    slow = 0
    with trial.player() as player:
        for case in cases:
            result = trial.judge(player, case, LIMIT)
            slow += result.verdict is Verdict.TIME_LIMIT_EXCEEDED
            if slow > SLOW:
                return None
            if result.verdict is verdict and trial.judge_alone(case, LIMIT).verdict is verdict:
                return case.arguments
    return None
