"""What a submission's growth is, beside the reference's and beside what it declares."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Literal

from judge.errors import UsageError
from judge.events import Measuring, result_of
from judge.judging import Trial
from judge.measurement.classes import CLASSES
from judge.measurement.complexity_terms import Bounds
from judge.measurement.declared_complexity import Declaration, agreement, declared, in_text
from judge.measurement.failure import Caught, CaughtError, caught
from judge.measurement.fitting import Fit, fit
from judge.measurement.memory_readings import memory_growth
from judge.measurement.quick_growth import glance
from judge.measurement.readings import SizeReadings, points_of
from judge.measurement.slopes import Point
from judge.measurement.time_readings import Contest, time_growth
from judge.problems import Problem
from sandbox import Limit

#: The least that one step costs: what is cheaper hides below the noise and is not excluded.
STEP_SECONDS = 1e-9
STEP_BYTES = 8.0


@dataclass(frozen=True, slots=True)
class Curve:
    """Costs over n, and what they tell. `reference` is the reference's class, where known."""

    what: Literal["time", "space"]
    points: tuple[Point, ...]
    fit: Fit
    reference: str | None
    reference_fit: Fit | None
    declared: tuple[Declaration, ...]

    @property
    def agrees(self) -> bool | None:
        return agreement(list(self.declared), self.fit)


@dataclass(frozen=True, slots=True)
class Look:
    """What a short look at the growth of time gave: a curve, or a failure, or neither."""

    curve: Curve | None = None
    failed: Caught | None = None


@dataclass(frozen=True, slots=True)
class Grown:
    """The growth of time and of memory; None where too little could be measured.

    `failed` is what the submission did wrong instead.
    """

    time: Curve | None
    memory: Curve | None
    failed: Caught | None = None


def measure_growth(
    trial: Trial, budget: float, core: int | None = None
) -> Generator[Measuring, None, Grown]:
    """Measure how time and memory grow within about `budget` CPU seconds; yields what is measured.

    Raises `UsageError` for a problem whose package makes no inputs of a given size.
    """
    contest = contest_of(trial, core)
    if contest is None:
        raise UsageError(
            f"{trial.problem.slug} makes no inputs of a given size: nothing to measure"
        )
    try:
        timed = yield from time_growth(contest, budget)
    except CaughtError as error:
        return Grown(None, None, caught(trial, error))
    points = points_of(timed)
    limit = Limit(budget, 5 * budget + 5.0)
    memory = yield from memory_growth(contest, [one.n for one in timed], limit)
    return Grown(
        curve_of(trial, "time", points),
        curve_of(trial, "space", tuple(memory)),
    )


def time_curve(trial: Trial, budget: float, core: int | None = None) -> Look:
    """Return how time grows over small sizes, within `budget` CPU seconds and unwatched.

    No curve where the package makes no inputs of a given size, or nothing could be told.
    """
    return _looked(trial, core, lambda contest: result_of(time_growth(contest, budget)))


def _looked(
    trial: Trial, core: int | None, measure: Callable[[Contest], list[SizeReadings]]
) -> Look:
    contest = contest_of(trial, core)
    if contest is None:
        return Look()
    try:
        timed = measure(contest)
    except CaughtError as error:
        return Look(failed=caught(trial, error))
    return Look(_telling(curve_of(trial, "time", points_of(timed))))


def _telling(curve: Curve | None) -> Curve | None:
    """Return a curve that tells something, else None."""
    if curve is None or curve.fit.slope is None or curve.fit.vague:
        return None
    return curve


def glance_at_time(trial: Trial, top: int, limit: Limit, core: int | None = None) -> Look:
    """Return what a short look tells of the growth of time, at sizes up to `top`.

    No curve where the package makes no inputs of a given size, or the look was too short to tell.
    """
    return _looked(trial, core, lambda contest: glance(contest, top, limit))


def contest_of(trial: Trial, core: int | None = None) -> Contest | None:
    """Return what is to be measured; None where the package makes no inputs of a given size."""
    strategies = trial.problem.strategies()
    if strategies.sized is None:
        return None
    return Contest(
        trial.sandbox,
        trial.problem.interface,
        trial.submission,
        trial.problem.reference,
        strategies.sized,
        strategies.sizes,
        core,
    )


def curve_of(trial: Trial, what: Literal["time", "space"], points: Sequence[Point]) -> Curve | None:
    """Return what points tell of a submission; None of fewer than three sizes."""
    step = STEP_SECONDS if what == "time" else STEP_BYTES
    known = reference_class(trial.problem, what)
    found = fit(points, step=step, reference=known)
    if found is None:
        return None
    beside = [Point(p.n, p.reference, p.reference_error) for p in points if p.reference is not None]
    reference_fit = fit(beside, step=step)
    if known is None and reference_fit is not None and reference_fit.visible:
        known = reference_fit.measured
    source = trial.submission.source.decode("utf-8", "replace")
    claims = [_in_all(trial.problem, one) for one in declared(source) if one.what == what]
    return Curve(what, tuple(points), found, known, reference_fit, tuple(claims))


def reference_class(problem: Problem, what: Literal["time", "space"]) -> str | None:
    """Return the class that the package declares of its reference, if it is exactly one."""
    text = problem.complexity.time if what == "time" else problem.complexity.space
    claims = [_in_all(problem, one) for one in in_text(f"{what}: {text}") if one.what == what]
    allowed = claims[0].bounds if claims else None
    return allowed.low if allowed is not None and allowed.low == allowed.high else None


def _in_all(problem: Problem, claim: Declaration) -> Declaration:
    """Return a claim as one of all n calls: of a class problem people declare one call's time."""
    if not problem.kind.call_sequence or claim.what != "time" or claim.bounds is None:
        return claim
    times_n = {"1": "n", "log n": "n log n", "n": "n^2", "n log n": "n^2", "n^2": "n^3"}
    low, high = (times_n.get(name, CLASSES[-1]) for name in (claim.bounds.low, claim.bounds.high))
    return Declaration(claim.what, claim.text, Bounds(low, high, claim.bounds.exact))
