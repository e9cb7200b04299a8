"""Times an accepted submission against the reference: a ratio, its interval, and what to note."""

import statistics
from collections.abc import Generator
from dataclasses import dataclass, field, replace

from judge.events import Timing, TimingWaits
from judge.execution import Player, reference_outcome
from judge.judging import Trial
from judge.measurement.core_lock import take_slot
from judge.measurement.failure import Caught, CaughtError, caught
from judge.measurement.interval import SUBMIT, Interval, Plan, median_interval
from judge.measurement.noise import noise_note
from judge.measurement.overhead import charge
from judge.measurement.pairs import Duel, RefusedError, fresh_chance
from judge.measurement.readings import CLOCK_ERROR
from judge.measurement.sizes import Size, choose_size
from judge.notes import Note

#: A turn of the reference that takes less is mostly what reading the clock costs.
LEAST_SECONDS = 2 * CLOCK_ERROR

Steps = Generator[TimingWaits | Timing, None, "RuntimeRatio"]


@dataclass(frozen=True, slots=True)
class RuntimeRatio:
    """What timing gave: the ratio to the reference, or a note that says why there is none.

    The seconds are CPU seconds of one call, medians, with the surcharges and without the
    runner's own share. `chosen` is the size that suits the reference, `size` the one that was
    timed: a smaller one for a submission that is very slow. `failed` is what the submission did
    wrong while it was timed, where that is to be its verdict; a note says so too.
    """

    ratio: Interval | None = None
    cpu_seconds: float = 0.0
    reference_cpu_seconds: float = 0.0
    size: Size | None = None
    chosen: Size | None = None
    notes: list[Note] = field(default_factory=list)
    failed: Caught | None = None


def time_submission(
    trial: Trial, plan: Plan = SUBMIT, size: Size | None = None, *, rung: str = ""
) -> Steps:
    """Yield what happens; return the submission's runtime against the reference.

    `size` is what `choose_size` gave before, if it did. Raises `HostError` when
    no core can be locked and `ProblemError` when the reference fails; whatever the submission
    does is told by a note.
    """
    strategies = trial.problem.strategies()
    if strategies.sized is None:
        return RuntimeRatio()
    slot = yield from take_slot(trial.settings.slots_dir, trial.settings.slot_wait_seconds)
    if slot is None:
        return RuntimeRatio(notes=[CROWDED])
    with slot:
        yield Timing(0, plan.stages[0], rung)
        chosen = size or _sized(trial, slot.core)
        whole = Duel(trial, strategies.sized, chosen, slot.core)
        try:
            duel = _affordable(whole, strategies.sizes[0], plan)
            interval = (yield from _stages(duel, plan, rung)) if duel is not None else None
        except RefusedError as refused:
            return RuntimeRatio(chosen=chosen, notes=[_refusal(str(refused))])
        except CaughtError as error:
            found = caught(trial, error)
            words = f"{found.judged.verdict.words} on a fresh input of size {error.n}"
            note = _refusal(f"{words}: {found.judged.message}")
            return RuntimeRatio(chosen=chosen, notes=[note], failed=found)
    if duel is None or interval is None:
        cut = duel is None or duel.size != chosen
        return RuntimeRatio(chosen=chosen, notes=[TOO_SLOW if cut else TOO_FAST])
    return replace(_timed(duel, plan, interval), chosen=chosen)


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


def _sized(trial: Trial, core: int | None) -> Size:
    """Choose the size with the reference alone: the package's matter, not the submission's."""
    strategies = trial.problem.strategies()
    sized = strategies.sized
    assert sized is not None  # the caller has looked
    problem = trial.problem
    with Player(trial.sandbox, problem.header, problem.reference, core) as player:

        def seconds(n: int) -> float:
            taken = []
            for _ in range(2):
                sent = trial.problem.encode(sized(n, fresh_chance()))
                taken.append(reference_outcome(trial.problem, player, sent).cpu_seconds)
            return min(taken)

        return choose_size(strategies.sizes, seconds)


def _affordable(duel: Duel, smallest: int, plan: Plan) -> Duel | None:
    """Return a duel whose first stage fits the plan's seconds: on smaller inputs if it must.

    None where these would be so small that nothing is seen of the reference.
    """
    seconds = plan.seconds / plan.stages[0]
    while (pair := duel.rehearse(seconds)).spent > seconds:
        if pair.reference.call < LEAST_SECONDS:
            return None
        if duel.size.n <= smallest:
            break
        duel = duel.resized(max(duel.size.n // 2, smallest))
    return duel


def _stages(duel: Duel, plan: Plan, rung: str) -> Generator[Timing, None, Interval | None]:
    """Play stage after stage until the interval is narrow; the number of stages is fixed."""
    interval: Interval | None = None
    for total in plan.stages:
        for _ in duel.play(total - len(duel.taken.pairs)):
            yield Timing(len(duel.taken.pairs), total, rung)
        charged = charge(duel.taken)
        if charged is None:
            return None
        interval = median_interval(charged.ratios, plan.miss)
        if interval.half_width <= plan.half_width:
            break
    return interval


def _timed(duel: Duel, plan: Plan, interval: Interval) -> RuntimeRatio:
    charged = charge(duel.taken)
    assert charged is not None  # the interval comes from it
    noisy = noise_note(duel.taken.pairs, interval, plan.half_width)
    notes = charged.notes() + ([noisy] if noisy is not None else [])
    own = statistics.median(charged.submission) / duel.size.inputs
    other = statistics.median(charged.reference) / duel.size.inputs
    return RuntimeRatio(interval, own, other, duel.size, notes=notes)
