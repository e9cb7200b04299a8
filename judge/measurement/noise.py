"""How noisy this host was while it timed, for a note on a wide interval. Pure."""

import math
import statistics
from collections.abc import Sequence
from itertools import pairwise

from judge.measurement.interval import SIGMA_OF_MAD, Interval
from judge.measurement.pairs import Pair
from judge.notes import Note


def spread(pairs: Sequence[Pair]) -> float:
    """Return by how much two runs of the reference in a row differ, as a relative sigma.

    Robust: from the median of absolute deviations (P. J. Huber, Robust Statistics, Wiley 1981),
    since a host that is disturbed now and then is not noisy all the time.
    """
    seconds = [max(pair.reference.call, 1e-9) for pair in pairs]
    steps = [math.log(after / before) for before, after in pairwise(seconds)]
    if not steps:
        return 0.0
    return SIGMA_OF_MAD * statistics.median(abs(step) for step in steps) / math.sqrt(2)


def waiting(pairs: Sequence[Pair]) -> float:
    """Return the part of the calls' wall time in which they did not run."""
    turns = [turn for pair in pairs for turn in (pair.submission, pair.reference)]
    wall = sum(turn.wall for turn in turns)
    return max(1 - sum(turn.call for turn in turns) / wall, 0.0) if wall > 0 else 0.0


def noise_note(pairs: Sequence[Pair], interval: Interval, wanted: float) -> Note | None:
    """Return a note on an interval that is wider than was wanted; None if it is not."""
    if interval.half_width <= wanted:
        return None
    message = (
        f"this host was noisy while it timed: two runs of the same code in a row differ by "
        f"{spread(pairs):.0%}, fresh programs may differ too, and a call waited "
        f"{waiting(pairs):.0%} of its time for a core; the interval is wide for that. Measure "
        f"again when the host is idle"
    )
    return Note(code="noisy_host", message=message)
