"""How a submission's cost grows, beside the reference's and beside what the source declares."""

from collections.abc import Callable, Generator, Sequence
from typing import Literal

from judge.errors import UsageError
from judge.events import Measuring, result_of
from judge.judging import Trial
from judge.measurement.classes import CLASSES
from judge.measurement.complexity_terms import Bounds
from judge.measurement.declared_complexity import Declaration, agreement, declared, in_text
from judge.measurement.declared_words import comparison
from judge.measurement.failure import MeasuredFailure, MeasuredFailureError, measured_failure
from judge.measurement.family import Family
from judge.measurement.fitting import Fit, fit
from judge.measurement.memory_readings import memory_growth
from judge.measurement.quick_growth import quick_readings
from judge.measurement.readings import SizeReadings, build_less, points_of
from judge.measurement.refusal import UnbelievableError
from judge.measurement.slopes import Point
from judge.measurement.small_sizes import absurd_note, bounded_note, without_slowed_sizes
from judge.measurement.time_readings import Subject, built_ratio, time_growth
from judge.notes import Note
from judge.problems import Problem
from judge.records import dataclass, replace
from sandbox import Limit

What = Literal["time", "space"]

#: The least that one step costs: cheaper steps hide below the noise and exclude no class.
STEP_SECONDS = 1e-9
STEP_BYTES = 8.0
#: A largest size that takes twice as long where its arguments are built ahead is not as it seems.
FORGED = 2.0
BUILT_TOO_FAST = (
    "its arguments were built in less than half of the time that this takes, so they are not what "
    "the judge has sent"
)


@dataclass(frozen=True, slots=True)
class Curve:
    """Costs over n, in seconds or bytes, and their fit.

    `reference` is the reference's class, where known; `declared` is what the source claims, of all
    n calls where people claim it of one (`per_call`). `refused` says that the costs tell nothing of
    growth; `notes` say why. `inputs` names the kind of inputs, where they are not typical ones.
    """

    what: What
    points: tuple[Point, ...]
    fit: Fit
    reference: str | None
    reference_fit: Fit | None
    declared: tuple[Declaration, ...]
    per_call: bool = False
    notes: tuple[Note, ...] = ()
    refused: bool = False
    inputs: str | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the measurement agrees with what is declared; None when it cannot tell."""
        return agreement(list(self.declared), self.fit)

    @property
    def conclusive(self) -> bool:
        """Whether the sizes tell how the cost grows."""
        return not self.fit.vague and not self.refused

    @property
    def comparison(self) -> str:
        """What is said of the declared complexity; empty where there is none."""
        return comparison(self.declared, self.fit, per_call=self.per_call)


@dataclass(frozen=True, slots=True)
class CurveOrFailure:
    """A curve, or what the submission did wrong while it was read, or neither.

    `notes` say more of the curve, or why there is none.
    """

    curve: Curve | None = None
    failed: MeasuredFailure | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuredGrowth:
    """The curves of time and memory; None where too little could be measured.

    `failed` is what the submission did wrong instead; `notes` say why a curve is missing.
    """

    time: Curve | None
    memory: Curve | None
    failed: MeasuredFailure | None = None
    notes: tuple[Note, ...] = ()

    @property
    def curves(self) -> list[Curve]:
        """The curves that there are."""
        return [curve for curve in (self.time, self.memory) if curve is not None]


def measure_growth(
    trial: Trial, budget: float, core: int | None = None
) -> Generator[Measuring, None, MeasuredGrowth]:
    """Measure how time and memory grow, within about `budget` CPU seconds; yield progress.

    Raises `UsageError` for a problem whose package makes no inputs of a given size.
    """
    subject = subject_of(trial, core)
    if subject is None:
        raise UsageError(
            f"{trial.problem.slug} makes no inputs of a given size: nothing to measure"
        )
    try:
        sizes = yield from time_growth(subject, budget)
    except MeasuredFailureError as error:
        return MeasuredGrowth(None, None, measured_failure(trial, error))
    time = curve_of(trial, "time", points_of(sizes))
    try:
        _require_believable(subject, sizes, time, budget)
    except UnbelievableError as error:
        note = Note(code="growth_refused", message=f"growth is not told: {error}")
        return MeasuredGrowth(None, None, notes=(note,))
    limit = Limit(budget, 5 * budget + 5.0)
    memory = yield from memory_growth(subject, [size.n for size in sizes], limit)
    return MeasuredGrowth(
        None if time is None or time.refused else time,
        curve_of(trial, "space", tuple(memory)),
        notes=time.notes if time is not None else (),
    )


def _require_believable(
    subject: Subject, sizes: Sequence[SizeReadings], curve: Curve | None, budget: float
) -> None:
    """Raise `UnbelievableError` where the largest size is not as it seems.

    There arguments are built too fast, or the call takes much longer where they are built ahead.
    """
    if build_less(sizes):
        raise UnbelievableError(BUILT_TOO_FAST)
    top = curve.points[-1] if curve is not None else None
    if top is None or top.reference is None or top.reference < 8 * top.reference_error:
        return
    ratio = built_ratio(subject, top.n, Limit(budget, 5 * budget + 5.0))
    shown = (max(top.cost, 0.0) + 2 * top.error) / top.reference
    if ratio is not None and ratio > FORGED * shown:
        raise UnbelievableError(
            f"at n = {top.n:,} it takes {ratio / shown:.1f} times as long where the judge builds "
            "the arguments before the submission is loaded"
        )


def time_curve(
    trial: Trial, budget: float, core: int | None = None, family: Family | None = None
) -> CurveOrFailure:
    """Return how time grows over small sizes, within `budget` CPU seconds.

    The inputs are those of `family`, by default typical ones. No curve where the package makes no
    inputs of a given size, or the fit is not conclusive.
    """

    def read(subject: Subject) -> list[SizeReadings]:
        if family is not None:
            subject = replace(subject, sized=lambda n, _: family.sized(n), sizes=family.sizes)
        return result_of(time_growth(subject, budget))

    found = _time_curve(trial, core, read)
    if family is None or found.curve is None:
        return found
    return replace(found, curve=replace(found.curve, inputs=family.name))


def quick_time_curve(
    trial: Trial, top: int, limit: Limit, core: int | None = None
) -> CurveOrFailure:
    """Estimate how time grows from a few sizes up to `top`.

    No curve where the package makes no inputs of a given size, or the fit is not conclusive.
    """
    return _time_curve(trial, core, lambda subject: quick_readings(subject, top, limit))


def _time_curve(
    trial: Trial, core: int | None, read: Callable[[Subject], list[SizeReadings]]
) -> CurveOrFailure:
    subject = subject_of(trial, core)
    if subject is None:
        return CurveOrFailure()
    try:
        sizes = read(subject)
    except MeasuredFailureError as error:
        return CurveOrFailure(failed=measured_failure(trial, error))
    curve = curve_of(trial, "time", points_of(sizes))
    if build_less(sizes):
        return CurveOrFailure(notes=(_untold(BUILT_TOO_FAST),))
    if curve is None:
        return CurveOrFailure(notes=(_untold("fewer than three sizes could be measured"),))
    if curve.refused:
        return CurveOrFailure(notes=curve.notes)
    if curve.fit.slope is None:
        reason = f"up to n = {curve.points[-1].n:,} nothing of it rises above the noise"
        return CurveOrFailure(notes=(_untold(reason),))
    if not curve.conclusive:
        reason = f"these sizes allow {', '.join(curve.fit.consistent)}"
        return CurveOrFailure(notes=(_untold(reason),))
    return CurveOrFailure(curve, notes=curve.notes)


def _untold(reason: str) -> Note:
    return Note(code="growth_untold", message=f"growth is not told: {reason}")


def subject_of(trial: Trial, core: int | None = None) -> Subject | None:
    """Return what is to be measured; None where the package makes no inputs of a given size."""
    strategies = trial.problem.strategies()
    if strategies.sized is None:
        return None
    return Subject(
        trial.sandbox,
        trial.problem.interface,
        trial.submission,
        trial.problem.reference,
        strategies.sized,
        strategies.sizes,
        core,
        trial.language.builds_ahead,
    )


def curve_of(trial: Trial, what: What, points: Sequence[Point]) -> Curve | None:
    """Return the curve through the points of a submission; None for fewer than three sizes."""
    step = STEP_SECONDS if what == "time" else STEP_BYTES
    known = reference_class(trial.problem, what)
    timed = what == "time"
    bounded = without_slowed_sizes(points) if timed else points
    found = fit(bounded, step=step, reference=known)
    if found is None:
        return None
    absurd = absurd_note(points) if timed else None
    note = absurd or (
        bounded_note(fit(points, step=step, reference=known), found, points) if timed else None
    )
    other = [Point(p.n, p.reference, p.reference_error) for p in points if p.reference is not None]
    reference_fit = fit(other, step=step)
    if known is None and reference_fit is not None and reference_fit.visible:
        known = reference_fit.measured
    source = trial.submission.source.decode("utf-8", "replace")
    claims = [_over_all_calls(trial.problem, one) for one in declared(source) if one.what == what]
    return Curve(
        what,
        tuple(points),
        found,
        known,
        reference_fit,
        tuple(claims),
        per_call=timed and trial.problem.kind.call_sequence,
        notes=() if note is None else (note,),
        refused=absurd is not None,
    )


def reference_class(problem: Problem, what: What) -> str | None:
    """Return the class that the package declares of its reference, if it is exactly one."""
    text = problem.complexity.time if what == "time" else problem.complexity.space
    claims = [
        _over_all_calls(problem, one) for one in in_text(f"{what}: {text}") if one.what == what
    ]
    allowed = claims[0].bounds if claims else None
    return allowed.low if allowed is not None and allowed.low == allowed.high else None


def _over_all_calls(problem: Problem, claim: Declaration) -> Declaration:
    """Return a claim on one call's time, which people make of a class, as one on all n calls."""
    if not problem.kind.call_sequence or claim.what != "time" or claim.bounds is None:
        return claim
    times_n = {"1": "n", "log n": "n log n", "n": "n^2", "n log n": "n^2", "n^2": "n^3"}
    low, high = (times_n.get(name, CLASSES[-1]) for name in (claim.bounds.low, claim.bounds.high))
    return Declaration(claim.what, claim.text, Bounds(low, high, claim.bounds.exact))
