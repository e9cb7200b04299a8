"""Which n to time at: where one turn of the reference takes long enough to be read well. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

#: CPU seconds that one turn of the reference shall take. Longer ones cost time, and were no
#: better: above some 5 ms a loop turn was 2 % cheaper than in short runs (a virtual machine).
TURN_SECONDS = 7e-4
#: A turn at the chosen n may take this much longer, where sizes are far apart.
ROOM = 1.3
#: At most so many inputs make up one turn, where the largest is still too fast.
MOST_INPUTS = 32


@dataclass(frozen=True, slots=True)
class Size:
    """The n of an input, and how many different inputs are played in one turn."""

    n: int
    inputs: int = 1


def choose_size(sizes: tuple[int, int], seconds: Callable[[int], float]) -> Size:
    """Return the smallest size found that fills a turn; `seconds` times the reference at an n.

    It climbs by doubling and then halves the last step as long as that overshoots.
    """
    below, largest = max(sizes[0], 1), max(sizes[1], 1)
    n, taken = below, seconds(below)
    while taken < TURN_SECONDS and n < largest:
        below, n = n, min(2 * n, largest)
        taken = seconds(n)
    if taken < TURN_SECONDS:
        return Size(n, min(int(TURN_SECONDS / max(taken, 1e-9)) + 1, MOST_INPUTS))
    while taken > ROOM * TURN_SECONDS and n - below > 1:
        middle = (below + n) // 2
        now = seconds(middle)
        if now < TURN_SECONDS:
            below = middle
        else:
            n, taken = middle, now
    return Size(n)
