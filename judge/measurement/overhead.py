"""From turns to ratios: take the runner's share off, and charge work done elsewhere. Pure.

CPU time beside the CALL frames counts where it is surely more than the reference's there: what is
done while arguments are built, while an answer is read, or between the frames. CPU time of
loading, of single turns beyond the others, and after the last answer, counts beyond a few times
the reference's, shared out over the turns that were played.
"""

import statistics
from dataclasses import dataclass

from judge.measurement.interval import median_interval
from judge.measurement.pairs import IncomparableError, PairReadings
from judge.measurement.readings import CLOCK_ERROR
from judge.notes import Note

#: Work beside the calls counts when its ratio to the reference's is surely above 1.05 ...
SIDE_SLACK = 1.05
#: ... or when the mean excess is above 30 % of the reference's, and above the clocks' error.
CLEAR_EXCESS = 0.3
#: Loading is free up to 6 times what loading the reference costs: that covers a few imports.
LOAD_SLACK = 6.0
#: A surcharge of less than a tenth of a turn gets no note.
WORTH_A_NOTE = 0.1
#: A call that takes less than 70 % of the baseline's has left out what the runner does in it.
SKIPPED = 0.7
#: Work of less than 5 % cannot be seen: the reference's as a part of its turn, and the
#: submission's as a part of the reference's.
LEAST_WORK = 0.05


@dataclass(frozen=True, slots=True)
class ChargedTurns:
    """Seconds of one turn of each, pair by pair; `beside` and `loading` are the surcharges."""

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


def charge(readings: PairReadings) -> ChargedTurns | None:
    """Return the seconds that count; None where the reference works too little to be seen.

    Raises `IncomparableError` where the submission does: its calls took less than calls that do
    nothing, or so little more that it makes no difference.
    """
    idle = statistics.median(readings.baseline) if readings.baseline else 0.0
    whole = statistics.median(pair.reference.call for pair in readings.pairs)
    least = max(LEAST_WORK * whole, CLOCK_ERROR)
    if whole - idle < least:
        return None
    called = statistics.median(pair.submission.call for pair in readings.pairs)
    if called < SKIPPED * idle:
        raise IncomparableError("its calls took less time than calls that do nothing")
    beside, loading = _beside(readings), _loading(readings)
    extra = statistics.median(beside) + loading
    if called - idle + extra < LEAST_WORK * (whole - idle):
        raise IncomparableError("its calls took as little time as calls that do nothing")
    own = [
        max(pair.submission.call - idle, 0.0) + extra + loading
        for pair, extra in zip(readings.pairs, beside, strict=True)
    ]
    other = [max(pair.reference.call - idle, least) for pair in readings.pairs]
    return ChargedTurns(own, other, statistics.median(beside), loading)


def _beside(readings: PairReadings) -> list[float]:
    """Return what each pair's submission spent beside its calls beyond the reference.

    All pairs are charged, or none: a few without such work free none of the others. What is done
    after an answer is read with that turn or with the next, as it happens, so neighbours share it.
    """
    own = [pair.submission.side for pair in readings.pairs]
    other = [pair.reference.side for pair in readings.pairs]
    ratios = [mine / max(theirs, 1e-9) for mine, theirs in zip(own, other, strict=True)]
    more = [mine - theirs for mine, theirs in zip(own, other, strict=True)]
    clear = max(CLEAR_EXCESS * statistics.fmean(other), 2 * CLOCK_ERROR)
    if median_interval(ratios).low <= SIDE_SLACK and statistics.fmean(more) <= clear:
        return [0.0] * len(more)
    shifted = [*more[1:], more[-2]]
    return [max((one + following) / 2, 0.0) for one, following in zip(more, shifted, strict=True)]


def _loading(readings: PairReadings) -> float:
    """Return one turn's share in what the time outside the turns is beyond the slack."""
    excess = sum(max(own - LOAD_SLACK * other, 0.0) for own, other in readings.outside)
    return excess / max(readings.turns, 1)


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.2g} ms"
