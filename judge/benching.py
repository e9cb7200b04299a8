"""`judge bench`: a submission's growth of time and memory, measured at length.

The road: source, samples (a wrong answer is not worth measuring), sizes that grow, classes.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from judge.cases import Case, Group, encode_arguments
from judge.growth.growing import Measuring
from judge.growth.growths import Grown, measure_growth
from judge.limits import case_limit
from judge.problem import Problem
from judge.sandboxes import Sandboxes
from judge.second_look import Trial
from judge.settings import Settings
from judge.submission import Submission, source_fault

#: CPU seconds that are spent on the growth of time; that of memory takes about a third more.
BENCH_SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Benched:
    """What `judge bench` found; `refused` says why nothing was measured."""

    slug: str
    version: str
    tier: str
    grown: Grown | None
    refused: str = ""


Step = Measuring | Benched


def bench(
    submission: Submission, problem: Problem, settings: Settings, *, budget: float = BENCH_SECONDS
) -> Iterator[Step]:
    """Measure a submission beside its reference: yield what is measured, and last `Benched`.

    Raises `JudgeError` for the author's and the host's failures, never for the submission's.
    """
    fault = source_fault(submission.source)
    with Sandboxes(problem, settings) as sandboxes:
        sandbox = sandboxes.main
        trial = Trial(problem, submission, sandbox, settings, sandboxes)
        refused = fault.message if fault is not None else _refused(trial)
        grown = None if refused else (yield from _grown(trial, budget))
        yield Benched(problem.slug, problem.version, sandbox.tier.value, grown, refused)


def _grown(trial: Trial, budget: float) -> Generator[Measuring, None, Grown]:
    return (yield from measure_growth(trial, budget))


def _refused(trial: Trial) -> str:
    """Return why a submission is not worth measuring: the first sample that it fails."""
    interface = trial.problem.interface
    with trial.player() as player:
        for index, sample in enumerate(trial.problem.samples):
            given = encode_arguments(interface, sample.arguments)
            case = Case.of(Group.SAMPLE, index, given, sample.expected, None, interface)
            judged = trial.judged(player, case, case_limit(trial.problem, None))
            if not judged.passed:
                return f"sample {index + 1}: {judged.message}"
    return ""
