"""`judge bench`: the runtime of a submission and the growth of its time and memory, at length.

Samples come first: a wrong answer is not worth measuring. Where no time is compared, what counts
in its place is read from the scale cases.
"""

from collections.abc import Generator, Mapping
from typing import Any

from judge.errors import HostError
from judge.events import CorpusBuilding, Measuring, Timing, TimingWaits
from judge.execution import Sandboxes
from judge.judging import Findings, Trial, case_limit, ready_corpus
from judge.languages import language_of
from judge.measurement.core_lock import take_core
from judge.measurement.curve import MeasuredGrowth, measure_growth
from judge.measurement.failure import MeasuredFailure
from judge.measurement.interval import BENCH
from judge.measurement.ratio import RuntimeRatio, time_submission
from judge.problems import Answer, Group, Problem
from judge.records import dataclass
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict

#: CPU seconds spent on the growth of time; that of memory takes about a third more.
BENCH_SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Counted:
    """The verdict on a scale case of `size`, and what the kind says of it in a report."""

    size: int
    verdict: Verdict
    extras: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """What `judge bench` measured; `refused` says why it measured nothing.

    `counted` is in place of all else where the kind compares no time.
    """

    slug: str
    version: str
    tier: str
    grown: MeasuredGrowth | None = None
    timed: RuntimeRatio | None = None
    refused: str = ""
    counted: tuple[Counted, ...] = ()


BenchSteps = Generator[CorpusBuilding | Measuring | TimingWaits | Timing, None, Bench]


def bench(
    submission: Submission, problem: Problem, settings: Settings, *, budget: float = BENCH_SECONDS
) -> BenchSteps:
    """Measure a submission beside its reference; yield progress, return the figures.

    The figures are CPU seconds and bytes over growing sizes, the classes of growth fitted to
    them, and the ratio to the reference. `budget` is in CPU seconds; the whole takes about three
    times that in wall time. Where the kind compares no time, the scale cases are played, and each
    has what the kind counts. A submission that fails a sample is not measured: `Bench.refused`
    says why. Raises `UsageError` for a problem without inputs of a given size, `HostError` where
    no core can be had, and else what `judge` raises.
    """
    problem.refuse("bench")
    submission = problem.in_language(submission)
    fault = language_of(submission.language).source_fault(submission.source)
    with Sandboxes(problem, settings) as sandboxes:
        sandbox = sandboxes.main
        trial = Trial.of(problem, submission, settings, sandboxes)
        refused = fault.message if fault is not None else _refused(trial)
        if refused:
            return Bench(problem.slug, problem.version, sandbox.tier.value, refused=refused)
        if not problem.kind.timed:
            return (yield from _counted(trial))
        return (yield from _measured(trial, budget))


def _counted(trial: Trial) -> BenchSteps:
    """Play the scale cases; one that ran out of what is counted has its figures too."""
    problem, counted = trial.problem, []
    corpus = yield from ready_corpus(problem, trial.settings, trial.sandboxes.main)
    with trial.player() as player:
        for case in corpus.cases:
            if case.size is None:
                continue
            result = trial.judge(player, case, case_limit(problem, case.reference_cpu_seconds))
            findings = Findings(corpus, problem.kind)
            findings.take(case, result)
            over = result.verdict is Verdict.TIME_LIMIT_EXCEEDED and findings.extras
            if not result.passed and not over:
                refused = f"{result.verdict.words} at n = {case.size:,}: {result.message}"
                return Bench(
                    problem.slug, problem.version, trial.sandbox.tier.value, refused=refused
                )
            counted.append(Counted(case.size, result.verdict, findings.extras))
    return Bench(problem.slug, problem.version, trial.sandbox.tier.value, counted=tuple(counted))


def _measured(trial: Trial, budget: float) -> BenchSteps:
    """Time against the reference, then over growing sizes; each on a core of its own."""
    problem, settings = trial.problem, trial.settings
    timed = yield from time_submission(trial, BENCH)
    if timed.failed is not None:
        return _failed(trial, timed.failed)
    if not timed.believable:
        return Bench(problem.slug, problem.version, trial.sandbox.tier.value, timed=timed)
    lock = yield from take_core(settings.slots_dir, settings.slot_wait_seconds)
    if lock is None:
        raise HostError("every core is taken by the timing of other judges; try again later")
    with lock:
        grown = yield from measure_growth(trial, budget, lock.core)
    if grown.failed is not None:
        return _failed(trial, grown.failed)
    return Bench(problem.slug, problem.version, trial.sandbox.tier.value, grown, timed)


def _failed(trial: Trial, found: MeasuredFailure) -> Bench:
    refused = f"{found.result.verdict.words} on a fresh input: {found.result.message}"
    problem = trial.problem
    return Bench(problem.slug, problem.version, trial.sandbox.tier.value, refused=refused)


def _refused(trial: Trial) -> str:
    """Return why a submission is not worth measuring: the first sample that it fails."""
    problem = trial.problem
    with trial.player() as player:
        for index, sample in enumerate(problem.samples):
            sent = problem.encode(sample.arguments)
            case = problem.case(Group.SAMPLE, index, sent, Answer(sample.expected))
            result = trial.judge(player, case, case_limit(problem, None))
            if not result.passed:
                return f"sample {index + 1}: {result.message}"
    return ""
