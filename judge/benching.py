"""`judge bench`: a submission's growth of time and memory, measured at length.

The road: source, samples (a wrong answer is not worth measuring), sizes that grow, classes.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from judge.cases import Case, Group, encode_arguments
from judge.errors import HostError
from judge.events import Timing, TimingWaits
from judge.growth.caught import Caught
from judge.growth.growing import Measuring
from judge.growth.growths import Grown, measure_growth
from judge.limits import case_limit
from judge.problem import Problem
from judge.sandboxes import Sandboxes
from judge.second_look import Trial
from judge.settings import Settings
from judge.submission import Submission, source_fault
from judge.timing.interval import BENCH
from judge.timing.runtime import Timed, time_submission
from judge.timing.slot import take_slot

#: CPU seconds that are spent on the growth of time; that of memory takes about a third more.
BENCH_SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Benched:
    """What `judge bench` found; `refused` says why nothing was measured."""

    slug: str
    version: str
    tier: str
    grown: Grown | None = None
    timed: Timed | None = None
    refused: str = ""


Step = Measuring | TimingWaits | Timing | Benched
_Steps = Generator[Measuring | TimingWaits | Timing, None, Benched]


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
        if refused:
            yield Benched(problem.slug, problem.version, sandbox.tier.value, refused=refused)
            return
        yield (yield from _measured(trial, budget))


def _measured(trial: Trial, budget: float) -> _Steps:
    """Time against the reference, then over growing sizes; each on a core of its own."""
    problem, settings = trial.problem, trial.settings
    timed = yield from time_submission(trial, BENCH)
    if timed.failed is not None:
        return _failed(trial, timed.failed)
    slot = yield from take_slot(settings.slots_dir, settings.slot_wait_seconds)
    if slot is None:
        raise HostError("every core is taken by the timing of other judges; try again later")
    with slot:
        grown = yield from measure_growth(trial, budget, slot.core)
    if grown.failed is not None:
        return _failed(trial, grown.failed)
    return Benched(problem.slug, problem.version, trial.sandbox.tier.value, grown, timed)


def _failed(trial: Trial, found: Caught) -> Benched:
    refused = f"{found.judged.verdict.words} on a fresh input: {found.judged.message}"
    problem = trial.problem
    return Benched(problem.slug, problem.version, trial.sandbox.tier.value, refused=refused)


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
