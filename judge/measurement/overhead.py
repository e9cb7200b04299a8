"""From turns to ratios: take the runner's share off, and charge work done elsewhere. Pure.

CPU time beside the CALL frames counts where it is surely more than the reference's there: what is
done while arguments are built, while an answer is read, or between the frames. CPU time of
loading, of single turns beyond the others, and after the last answer, counts beyond a few times
the reference's, shared out over the turns that were played.
"""

import statistics

from judge.measurement.interval import median_interval
from judge.measurement.pairs import PairReadings
from judge.measurement.readings import CLOCK_ERROR, prepared_part
from judge.measurement.refusal import UnbelievableError
from judge.notes import Note
from judge.records import dataclass

#: Work beside the calls counts when its ratio to the reference's is surely above 1.05 ...
SIDE_SLACK = 1.05
#: ... or when the mean excess is above 30 % of the reference's, and above the clocks' error.
CLEAR_EXCESS = 0.3
#: Loading is free up to 6 times what loading the reference costs: that covers a few imports.
LOAD_SLACK = 6.0
#: In a check, which knows its arguments while it loads, only up to 2.5 times, or what it always is.
CHECK_LOAD_SLACK = 2.5
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
        """Return a note for each surcharge that changes the figure, as a share of it."""
        found = []
        little = WORTH_A_NOTE * statistics.median(self.submission)
        if self.beside > little:
            message = (
                f"it works outside the call too, while its arguments are built, while its answer "
                f"is read or afterwards: {_share(self.beside, self.submission)} of the runtime "
                "shown is that"
            )
            found.append(Note(code="work_beside_call", message=message))
        if self.loading > little:
            message = (
                f"loading it, or what only some calls do, takes long: "
                f"{_share(self.loading, self.submission)} of the runtime shown is a share in that"
            )
            found.append(Note(code="work_while_loading", message=message))
        return found


def charge(readings: PairReadings, load_slack: float = LOAD_SLACK) -> ChargedTurns | None:
    """Return the seconds that count; None where the reference works too little to be seen.

    Loading is free up to `load_slack` times what loading the reference costs.

    Raises `UnbelievableError` where the submission does: its calls took less than calls that do
    nothing, or so little more that it makes no difference. Likewise where its arguments cannot have
    been built in the time that this took.
    """
    _require_prepared(readings)
    idle = statistics.median(readings.baseline) if readings.baseline else 0.0
    whole = statistics.median(pair.reference.call for pair in readings.pairs)
    least = max(LEAST_WORK * whole, CLOCK_ERROR)
    if whole - idle < least:
        return None
    called = statistics.median(pair.submission.call for pair in readings.pairs)
    if called < SKIPPED * idle:
        raise UnbelievableError("its calls took less time than calls that do nothing")
    beside, loading = _beside(readings), _loading(readings, load_slack)
    extra = statistics.median(beside) + loading
    if called - idle + extra < LEAST_WORK * (whole - idle):
        raise UnbelievableError("its calls took as little time as calls that do nothing")
    own = [
        max(pair.submission.call - idle, 0.0) + extra + loading
        for pair, extra in zip(readings.pairs, beside, strict=True)
    ]
    other = [max(pair.reference.call - idle, least) for pair in readings.pairs]
    return ChargedTurns(own, other, statistics.median(beside), loading)


def _beside(readings: PairReadings) -> list[float]:
    """Return what each pair's submission spent beside its calls beyond the reference.

    All pairs are charged, or none: a few without such work free none of the others. Time saved
    while arguments are built pays for nothing that is done when the answer is read. What is done
    after an answer is read with that turn or with the next, as it happens, so neighbours share it.
    """
    own = [pair.submission for pair in readings.pairs]
    other = [pair.reference for pair in readings.pairs]
    read = [(mine.read, theirs.read) for mine, theirs in zip(own, other, strict=True)]
    more_read = [mine - theirs for mine, theirs in read]
    late = _surely_more(read) and statistics.fmean(more_read) > CLOCK_ERROR
    if not late:
        more_read = [0.0] * len(read)
    # The reading apart, where it is more: else time saved before the call would pay for it.
    side = [
        (mine.side - late * mine.read, theirs.side - late * theirs.read)
        for mine, theirs in zip(own, other, strict=True)
    ]
    more = [mine - theirs for mine, theirs in side]
    clear = max(CLEAR_EXCESS * statistics.fmean(theirs for _, theirs in side), 2 * CLOCK_ERROR)
    if not _surely_more(side) and statistics.fmean(more) <= clear:
        more = [0.0] * len(more)
    shifted = [*more[1:], more[-2]]
    return [
        max((one + following) / 2, 0.0) + max(at_once, 0.0)
        for one, following, at_once in zip(more, shifted, more_read, strict=True)
    ]


def _surely_more(seconds: list[tuple[float, float]]) -> bool:
    """Whether the first of each pair is surely more than the slack times the second."""
    ratios = [mine / max(theirs, 1e-9) for mine, theirs in seconds]
    return median_interval(ratios).low > SIDE_SLACK


def _require_prepared(readings: PairReadings) -> None:
    """Refuse a submission whose PREPARE frames took less than half of the reference's.

    Whoever changes the runner to build less saves more than the whole algorithm takes. Where the
    core is shared, a frame may hold what was left to do from the turn before: hence the least.
    """
    own = [pair.submission.prepare for pair in readings.pairs]
    part = prepared_part(own, [pair.reference.prepare for pair in readings.pairs])
    if part is not None:
        raise UnbelievableError(
            f"its arguments were built in {part:.0%} of the time that this takes, so they "
            "are not what the judge has sent"
        )


def _loading(readings: PairReadings, slack: float) -> float:
    """Return one turn's share in what the time outside the turns is beyond the slack."""
    excess = sum(max(own - slack * other, 0.0) for own, other in readings.outside)
    return excess / max(readings.turns, 1)


def _share(seconds: float, turns: list[float]) -> str:
    return f"{min(seconds / statistics.median(turns), 1.0):.0%}"
