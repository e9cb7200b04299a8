"""A quick reading of growth: a few sizes up to one that is known to take long enough to be read.

For `judge submit`, which has a tenth of a second for it. One program each for submission and
reference plays all sizes. A submission that remembers earlier inputs can fool this; `judge bench`,
with fresh programs, is not fooled.
"""

from contextlib import ExitStack

from judge.execution import Player
from judge.measurement.failure import raise_if_forbidden
from judge.measurement.readings import SizeReadings
from judge.measurement.time_readings import Subject, reading_of
from sandbox import Limit

#: The top size and its halves, four in all; a top below 24 has its neighbours instead.
SIZES = 4
SMALL = 24
#: No further size is begun once the submission has taken a quarter of a CPU second, ...
LONG_SECONDS = 0.25
#: ... nor after 5 s of wall time: a submission that sleeps holds a core.
PATIENCE_SECONDS = 5.0


def quick_readings(subject: Subject, top: int, limit: Limit) -> list[SizeReadings]:
    """Read up to four sizes with `top` the largest, most of them twice.

    Fewer when a call fails, or when they have taken long enough. Raises `MeasuredFailureError`
    for a forbidden act of the submission.
    """
    read = {n: SizeReadings(n) for n in sizes_up_to(top, subject.sizes)}
    with ExitStack() as stack:
        sources = (subject.submission, subject.reference or subject.submission)
        own, other = (stack.enter_context(subject.player(source)) for source in sources)
        baseline = _baseline_seconds(subject, limit)
        given = subject.fresh_input(subject.warm_up_size)
        raise_if_forbidden(given, subject.warm_up_size, own.play(given, limit))
        other.play(given, limit)
        sizes = list(read)
        # The smaller ones again: they cost little, and are off by more.
        for turn, n in enumerate([*sizes, *sizes[:-2], *sizes[-1:], *sizes[:-2]]):
            if own.cpu_seconds > LONG_SECONDS or own.wall_seconds > PATIENCE_SECONDS:
                break
            read[n].baseline = baseline
            players = (own, other) if turn % 2 == 0 else (other, own)
            if not _turn(subject, players, own, read[n], limit):
                break
    return [size for size in read.values() if size.submission and size.reference]


def _baseline_seconds(subject: Subject, limit: Limit) -> list[float]:
    """Return what calls that do nothing cost, if the kind has such."""
    baseline = subject.baseline
    if baseline is None:
        return []
    given = subject.fresh_input(subject.warm_up_size)
    with subject.player(baseline) as player:
        outcomes = [player.play(given, limit) for _ in range(4)]
    return [outcome.cpu_seconds for outcome in outcomes[1:] if outcome.returned]


def sizes_up_to(top: int, sizes: tuple[int, int]) -> list[int]:
    """Return the sizes to read, the largest last."""
    top = min(top, sizes[1])
    if top < SMALL:
        return [n for n in range(top - SIZES + 1, top + 1) if n >= max(sizes[0], 1)]
    return [n for n in (top // 2**k for k in reversed(range(SIZES))) if n >= sizes[0]]


def _turn(
    subject: Subject,
    players: tuple[Player, Player],
    own: Player,
    size: SizeReadings,
    limit: Limit,
) -> bool:
    """Play one input by both players in order; False when a call did not return."""
    given = subject.fresh_input(size.n)
    for player in players:
        outcome = player.play(given, limit)
        if player is own:
            raise_if_forbidden(given, size.n, outcome)
        reading = reading_of(outcome)
        if reading is None:
            return False
        (size.submission if player is own else size.reference).append(reading)
    return True
