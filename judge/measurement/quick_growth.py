"""A short look at growth: a few sizes up to one that is known to be dear enough to be read.

For `judge submit`, which has a tenth of a second for it. One program each for submission and
reference plays all sizes; a submission that remembers earlier inputs can fool this look, and
`judge bench` (fresh programs) finds it out.
"""

from contextlib import ExitStack

from judge.execution import Player
from judge.kinds import kind_of
from judge.measurement.failure import refuse_forbidden
from judge.measurement.readings import SizeReadings
from judge.measurement.time_readings import Contest, made, reading_of, warm_size
from sandbox import Limit

#: Sizes are the top one and its halves, so many in all; small tops have their neighbours.
SIZES = 4
SMALL = 24
#: No further size is begun once the submission has taken so many CPU seconds.
LONG_SECONDS = 0.25
#: Nor once it has taken so many wall seconds: one that sleeps holds a core.
PATIENCE_SECONDS = 5.0


def glance(contest: Contest, top: int, limit: Limit) -> list[SizeReadings]:
    """Measure up to four sizes with `top` the largest, most of them twice.

    Fewer when a call fails, or when they have taken long enough. Raises `CaughtError` for a
    forbidden act of the submission.
    """
    timed = {n: SizeReadings(n) for n in sizes_below(top, contest.sizes)}
    with ExitStack() as stack:
        sources = (contest.submission, contest.reference or contest.submission)
        own, other = (stack.enter_context(contest.player(source)) for source in sources)
        idle = _idle_seconds(contest, limit)
        warm = warm_size(contest.sizes)
        given = made(contest, warm)
        refuse_forbidden(given, warm, own.play(given, limit))
        other.play(given, limit)
        sizes = list(timed)
        # The smaller ones again: they cost little, and are off by more.
        for turn, n in enumerate([*sizes, *sizes[:-2], *sizes[-1:], *sizes[:-2]]):
            if own.cpu_seconds > LONG_SECONDS or own.wall_seconds > PATIENCE_SECONDS:
                break
            timed[n].idle = idle
            if not _turn(contest, own, other, timed[n], limit, ahead=turn % 2 == 0):
                break
    return [one for one in timed.values() if one.submission and one.reference]


def _idle_seconds(contest: Contest, limit: Limit) -> list[float]:
    """Return what calls that do nothing cost, where there is a way to make such."""
    idle = kind_of(contest.interface).baseline(contest.interface)
    if idle is None:
        return []
    given = made(contest, warm_size(contest.sizes))
    with contest.player(idle) as player:
        outcomes = [player.play(given, limit) for _ in range(4)]
    return [outcome.cpu_seconds for outcome in outcomes[1:] if outcome.returned]


def sizes_below(top: int, sizes: tuple[int, int]) -> list[int]:
    """Return the sizes to look at, the largest last."""
    top = min(top, sizes[1])
    if top < SMALL:
        return [n for n in range(top - SIZES + 1, top + 1) if n >= max(sizes[0], 1)]
    return [n for n in (top // 2**k for k in reversed(range(SIZES))) if n >= sizes[0]]


def _turn(
    contest: Contest, own: Player, other: Player, one: SizeReadings, limit: Limit, *, ahead: bool
) -> bool:
    """Play one input by both, the submission first if it is `ahead`."""
    given = made(contest, one.n)
    for player in (own, other) if ahead else (other, own):
        outcome = player.play(given, limit)
        if player is own:
            refuse_forbidden(given, one.n, outcome)
        reading = reading_of(outcome)
        if reading is None:
            return False
        (one.submission if player is own else one.reference).append(reading)
    return True
