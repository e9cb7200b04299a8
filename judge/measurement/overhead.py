"""From turns to ratios: the runner's share taken off, work done elsewhere charged. Pure.

CPU time beside the CALL frames counts where it is surely more than the reference's there: what is
done while arguments are built, while an answer is read, or between the frames. CPU time of
loading, of single turns beyond the others, and after the last answer, counts beyond a few times
the reference's, shared out over the turns that were played.
"""

import statistics
from dataclasses import dataclass

from judge.measurement.interval import median_interval
from judge.measurement.pairs import RefusedError, Taken
from judge.measurement.readings import CLOCK_ERROR
from judge.notes import Note

#: Work beside the call counts when its ratio to the reference's is surely above this.
SIDE_SLACK = 1.05
#: Or when the mean excess is above this part of the reference's, and above what clocks may be off.
CLEARLY = 0.3
#: Loading may cost this many times what loading the reference costs, for nothing: some imports.
LOAD_SLACK = 6.0
#: A surcharge below this part of a turn is charged without a word.
WORTH_A_NOTE = 0.1
#: Whose call takes less than this part of an idle one has left out what the runner does in it.
SKIPPED = 0.7
#: A reference whose own work is less than this part of its turn cannot be compared with, nor a
#: submission whose work is less than this part of the reference's: neither can be seen.
LEAST_WORK = 0.05


@dataclass(frozen=True, slots=True)
class Charged:
    """Seconds of one turn of each, pair by pair, and what of the submission's is a surcharge."""

    submission: list[float]
    reference: list[float]
    beside: float = 0.0
    loading: float = 0.0

    @property
    def ratios(self) -> list[float]:
        return [own / other for own, other in zip(self.submission, self.reference, strict=True)]

    def notes(self) -> list[Note]:
        """Return a note for each surcharge that changes the figure, in milliseconds a turn."""
        found = []
        little = WORTH_A_NOTE * statistics.median(self.submission)
        if self.beside > little:
            message = f"{_ms(self.beside)} a turn of CPU time beside the call, counted as well"
            found.append(Note(code="work_beside_call", message=message))
        if self.loading > little:
            message = (
                f"loading, or what only some calls do, takes so long that {_ms(self.loading)} a "
                f"turn is counted as well"
            )
            found.append(Note(code="work_while_loading", message=message))
        return found


def charge(taken: Taken) -> Charged | None:
    """Return the seconds that count; None where the reference works too little to be seen.

    Raises `RefusedError` where the submission does: its calls took less than calls that do nothing,
    or as little as makes no difference.
    """
    idle = statistics.median(taken.idle) if taken.idle else 0.0
    whole = statistics.median(pair.reference.call for pair in taken.pairs)
    least = max(LEAST_WORK * whole, CLOCK_ERROR)
    if whole - idle < least:
        return None
    called = statistics.median(pair.submission.call for pair in taken.pairs)
    if called < SKIPPED * idle:
        raise RefusedError("its calls took less time than calls that do nothing")
    beside, loading = _beside(taken), _loading(taken)
    extra = statistics.median(beside) + loading
    if called - idle + extra < LEAST_WORK * (whole - idle):
        raise RefusedError("its calls took as little time as calls that do nothing")
    own = [
        max(pair.submission.call - idle, 0.0) + extra + loading
        for pair, extra in zip(taken.pairs, beside, strict=True)
    ]
    other = [max(pair.reference.call - idle, least) for pair in taken.pairs]
    return Charged(own, other, statistics.median(beside), loading)


def _beside(taken: Taken) -> list[float]:
    """Return what each pair's submission spent beside its calls beyond the reference.

    It counts where it is surely more in each pair, or clearly more on the whole: a few pairs
    without it free none of the others. What is done after an answer is read with that turn or with
    the next, as it happens, so neighbours share it.
    """
    own, other = [p.submission.side for p in taken.pairs], [p.reference.side for p in taken.pairs]
    ratios = [mine / max(theirs, 1e-9) for mine, theirs in zip(own, other, strict=True)]
    more = [mine - theirs for mine, theirs in zip(own, other, strict=True)]
    clear = max(CLEARLY * statistics.fmean(other), 2 * CLOCK_ERROR)
    if median_interval(ratios).low <= SIDE_SLACK and statistics.fmean(more) <= clear:
        return [0.0] * len(more)
    return [
        max((one + next_) / 2, 0.0) for one, next_ in zip(more, [*more[1:], more[-2]], strict=True)
    ]


def _loading(taken: Taken) -> float:
    """Return the share of one turn in what loading, and the end, cost beyond the slack."""
    excess = sum(max(own - LOAD_SLACK * other, 0.0) for own, other in taken.rests)
    return excess / max(taken.turns, 1)


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.2g} ms"
