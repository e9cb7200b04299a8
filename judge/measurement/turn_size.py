"""The size that the runtime is compared at: where a turn of the reference can be read well. Pure.

The sizes that growth is measured at are another matter: `size_schedule`.
"""

from collections.abc import Callable

from judge.records import dataclass

#: CPU seconds that a turn of the reference should take. Longer turns cost time and were no better:
#: above some 5 ms a turn of a loop was 2 % cheaper than in short runs (a virtual machine).
TURN_SECONDS = 7e-4
#: Where sizes are far apart, a turn may take 1.3 times that.
MOST_OVERSHOOT = 1.3
#: A turn plays at most 32 inputs, where one of the largest size is still too short.
MOST_INPUTS = 32


@dataclass(frozen=True, slots=True)
class TurnSize:
    """The n of an input, and how many different inputs are played in one turn."""

    n: int
    inputs: int = 1


def choose_turn_size(sizes: tuple[int, int], seconds: Callable[[int], float]) -> TurnSize:
    """Return about the smallest size that fills a turn; `seconds` times the reference at an n.

    Doubles n until it does, then halves the last step while that overshoots.
    """
    below, largest = max(sizes[0], 1), max(sizes[1], 1)
    n, needed = below, seconds(below)
    while needed < TURN_SECONDS and n < largest:
        below, n = n, min(2 * n, largest)
        needed = seconds(n)
    if needed < TURN_SECONDS:
        return TurnSize(n, min(int(TURN_SECONDS / max(needed, 1e-9)) + 1, MOST_INPUTS))
    while needed > MOST_OVERSHOOT * TURN_SECONDS and n - below > 1:
        middle = (below + n) // 2
        now = seconds(middle)
        if now < TURN_SECONDS:
            below = middle
        else:
            n, needed = middle, now
    return TurnSize(n)
