"""Compare an accepted submission's CPU time with the reference's: a ratio and its interval."""

from collections.abc import Generator
from dataclasses import field

from judge.events import Timing, TimingWaits
from judge.execution import Player, reference_outcome
from judge.judging import Trial
from judge.measurement.core_lock import take_core
from judge.measurement.failure import MeasuredFailure, MeasuredFailureError, measured_failure
from judge.measurement.interval import (
    SUBMIT,
    Interval,
    Plan,
    interval_of_blocks,
    median_interval,
)
from judge.measurement.noise import noise_note
from judge.measurement.overhead import CHECK_LOAD_SLACK, charge
from judge.measurement.paired_timing import PairedTiming
from judge.measurement.random_source import fresh_random
from judge.measurement.readings import CLOCK_ERROR
from judge.measurement.refusal import IncomparableError, UnbelievableError
from judge.measurement.turn_size import TurnSize, choose_turn_size
from judge.notes import Note
from judge.records import dataclass, replace

#: A submission whose ratio is surely 1.5 times as large where its arguments were built ahead has
#: hidden work elsewhere.
FORGED = 1.5
#: A shorter turn of the reference is mostly what reading the clock costs.
LEAST_SECONDS = 2 * CLOCK_ERROR

Steps = Generator[TimingWaits | Timing, None, "RuntimeRatio"]


@dataclass(frozen=True, slots=True)
class RuntimeRatio:
    """The ratio to the reference, or a note that says why there is none.

    The seconds are CPU seconds of one call in the pair that has the median ratio, with the
    surcharges and without the runner's own share. `chosen` is the size that suits the reference,
    `size` the one that was timed: a smaller one for a submission that is very slow. `failed` is a
    failure that came to light meanwhile and is to be the verdict; a note says so too. A submission
    that is not `believable` works elsewhere than it shows, and no other figure of it is true.
    """

    ratio: Interval | None = None
    cpu_seconds: float = 0.0
    reference_cpu_seconds: float = 0.0
    size: TurnSize | None = None
    chosen: TurnSize | None = None
    notes: list[Note] = field(default_factory=list)
    failed: MeasuredFailure | None = None
    believable: bool = True


def time_submission(
    trial: Trial, plan: Plan = SUBMIT, size: TurnSize | None = None, *, rung: str = ""
) -> Steps:
    """Time the submission against the reference; yield progress, return the result.

    `size` is the `RuntimeRatio.chosen` of an earlier run; without it, it is chosen. `rung` names
    the accepted solution that is timed, in the events. What the submission does wrong is in the
    result. Raises `HostError` when no core can be locked and `ProblemError` when the reference
    fails.
    """
    strategies = trial.problem.strategies()
    if strategies.sized is None:
        return RuntimeRatio()
    lock = yield from take_core(trial.settings.slots_dir, trial.settings.slot_wait_seconds)
    if lock is None:
        return RuntimeRatio(notes=[CROWDED])
    with lock:
        yield Timing(0, plan.stages[0], rung)
        chosen = size or _choose_size(trial, lock.core)
        try:
            while True:
                whole = PairedTiming(trial, strategies.sized, chosen, lock.core)
                timing = _affordable(whole, strategies.sizes[0], plan)
                interval = (
                    (yield from interval_in_stages(timing, plan, rung))
                    if timing is not None
                    else None
                )
                larger = min(2 * chosen.n, strategies.sizes[1])
                if interval is not None or timing is not whole or larger == chosen.n:
                    break
                # Chosen when this host was slower.
                chosen = replace(chosen, n=larger)
            if timing is not None and interval is not None and not rung:
                _require_believable(timing, interval)
        except IncomparableError as error:
            believable = not isinstance(error, UnbelievableError)
            note = _refusal(str(error))
            return RuntimeRatio(chosen=chosen, notes=[note], believable=believable)
        except MeasuredFailureError as error:
            found = measured_failure(trial, error)
            words = f"{found.result.verdict.words} on a fresh input of size {error.n}"
            note = _refusal(f"{words}: {found.result.message}")
            return RuntimeRatio(chosen=chosen, notes=[note], failed=found)
    if timing is None or interval is None:
        cut = timing is None or timing.size != chosen
        return RuntimeRatio(chosen=chosen, notes=[TOO_SLOW if cut else TOO_FAST])
    return replace(_result(timing, plan, interval), chosen=chosen)


CROWDED = Note(
    code="not_timed",
    message="every core was taken by the timing of another judge; submit again for the runtime",
)
TOO_FAST = Note(
    code="not_timed",
    message="the reference is too fast here to compare with, even on its largest inputs",
)
TOO_SLOW = Note(
    code="not_timed",
    message="the submission is too slow to be timed: on inputs that are small enough for it the "
    "reference takes no time that can be seen",
)


def _refusal(reason: str) -> Note:
    message = f"not compared with the reference's runtime: {reason}"
    return Note(code="timing_refused", message=message)


def _choose_size(trial: Trial, core: int | None) -> TurnSize:
    """Choose the size by the reference alone: it must not depend on the submission.

    The least of some readings, since a size that was chosen in a slow moment is too small later.
    """
    problem, strategies = trial.problem, trial.problem.strategies()
    sized = strategies.sized
    assert sized is not None  # the caller has looked
    with Player(trial.sandbox, problem.header, problem.reference, core) as player:

        def seconds(n: int) -> float:
            inputs = [problem.encode(sized(n, fresh_random())) for _ in range(4)]
            return min(reference_outcome(problem, player, sent).cpu_seconds for sent in inputs)

        return choose_turn_size(strategies.sizes, seconds)


def _affordable(timing: PairedTiming, smallest: int, plan: Plan) -> PairedTiming | None:
    """Return a timing whose first stage fits the plan's seconds, on smaller inputs if it must.

    None where these would be so small that nothing is seen of the reference.
    """
    seconds = plan.seconds / plan.stages[0]
    while (pair := timing.rehearse(seconds)).spent > seconds:
        if pair.reference.call < LEAST_SECONDS:
            return None
        if timing.size.n <= smallest:
            break
        timing = timing.resized(max(timing.size.n // 2, smallest))
    return timing


def interval_in_stages(
    timing: PairedTiming, plan: Plan, rung: str
) -> Generator[Timing, None, Interval | None]:
    """Play stage after stage until the interval is narrow; None where nothing can be compared."""
    interval: Interval | None = None
    readings = timing.readings
    for total in plan.stages:
        for _ in timing.play(total - len(readings.pairs)):
            yield Timing(len(readings.pairs), total, rung)
        charged = charge(readings)
        if charged is None:
            return None
        interval = interval_of_blocks(charged.ratios, readings.blocks, plan.miss)
        if interval.half_width <= plan.half_width:
            break
    return interval


def _require_believable(timing: PairedTiming, interval: Interval) -> None:
    """Refuse a ratio that is much larger where nothing of the submission built the arguments."""
    readings = timing.check()
    if readings is None:
        return
    # What it always spends on loading is no work of the check.
    usual = min(own for own, _ in timing.readings.outside) / CHECK_LOAD_SLACK
    readings.outside = [(own, max(other, usual)) for own, other in readings.outside]
    charged = charge(readings, CHECK_LOAD_SLACK)
    if charged is None:
        return
    checked = median_interval(charged.ratios)
    if checked.low > FORGED * interval.high:
        times = checked.median / interval.median
        raise UnbelievableError(
            f"it takes {times:.1f} times as long where the judge builds the arguments before the "
            "submission is loaded"
        )


def _result(timing: PairedTiming, plan: Plan, interval: Interval) -> RuntimeRatio:
    charged = charge(timing.readings)
    assert charged is not None  # the interval comes from it
    noisy = noise_note(timing.readings.pairs, interval, plan.half_width)
    notes = charged.notes() + ([noisy] if noisy is not None else [])
    # Of the pair that has the median ratio, so that the seconds and the ratio are the same thing.
    pairs = list(zip(charged.submission, charged.reference, strict=True))
    _, middle = min(pairs, key=lambda pair: abs(pair[0] / pair[1] - interval.median))
    other = middle / timing.size.inputs
    own = interval.median * other
    return RuntimeRatio(interval, own, other, timing.size, notes=notes)
