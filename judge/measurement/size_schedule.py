"""The sizes that growth is measured at: geometric, from small to what the budget bears. Pure.

The one size that the runtime is compared at is another matter: `turn_size`.
"""

import math
from dataclasses import dataclass, field

#: Sizes double, as hash tables and lists do, so that each size meets these alike.
STEP = 2.0
#: While calls take less than the clock can tell, sizes grow fourfold.
UNSEEN_SECONDS = 40e-6
#: The first size is about 4, where larger ones can be had.
LEAST = 4
#: Seven sizes show a line; where there are fewer, sizes between the last two are added.
ENOUGH = 7
#: Sizes closer than a factor of 1.4 teach nothing new; for a steep cost, 1.05.
LEAST_STEP, LEAST_STEEP_STEP = 1.4, 1.05
#: A cost of a steeper slope is taken for exponential when the next size is chosen.
STEEP = 4.0


@dataclass
class SizeSchedule:
    """Proposes sizes from `smallest` to `largest` that are estimated to cost at most `cap`.

    Costs are seconds of one measurement. A size that costs too much is replaced by a nearer one,
    so that an exponential cost gives several sizes too.
    """

    smallest: int
    largest: int
    cap: float
    step: float = STEP
    _overhead: float = 0.0
    _costs: list[tuple[int, float]] = field(default_factory=list)
    _refused: float = math.inf

    def first(self) -> int:
        """Return the size to begin with: small, and a power of two below the largest one."""
        start = float(self.largest)
        while start / STEP >= max(self.smallest, min(LEAST, self.largest / 8), 1):
            start /= STEP
        return max(round(start), self.smallest)

    def record(self, n: int, seconds: float, overhead: float = 0.0) -> None:
        """Record what the calls at size n cost, and what making their inputs cost."""
        self._costs.append((n, max(seconds, 1e-6)))
        self._overhead = overhead / max(n, 1)

    def refuse(self, n: int) -> None:
        """Record that size n could not be measured: it and larger sizes are not proposed again."""
        self._refused = min(self._refused, n)

    def next(self) -> int | None:
        """Return the next size, or None after the last."""
        if not self._costs:
            n = min(self.first(), self._refused // 2)
            return int(n) if n >= self.smallest and n > 0 else None
        last, seconds = self._costs[-1]
        if seconds < UNSEEN_SECONDS and self._fits(last, self._doubled(last, 2)):
            return self._doubled(last, 2)
        while self.step >= (LEAST_STEEP_STEP if self._steep() else LEAST_STEP):
            n = self._doubled(last, 1)
            if self.step < STEP:
                n = max(round(last * self.step), last + 1)
            if self._fits(last, n):
                return n
            if n <= last + 1:
                return None
            self.step = math.sqrt(self.step)
        return None

    def missing(self, most: int = 5) -> list[int]:
        """Return up to `most` sizes between the last two, where there are too few for a line."""
        if len(self._costs) < 2 or not (self._steep() or len(self._costs) < ENOUGH):
            return []
        before, last = self._costs[-2][0], self._costs[-1][0]
        parts = min(most + 1, last - before)
        return [before + (last - before) * part // parts for part in range(1, parts)]

    def estimate(self, n: int) -> float:
        """Return the seconds that size n should cost, going by the last two sizes."""
        if not self._costs:
            return 0.0
        last, seconds = self._costs[-1]
        slope = self._slope()
        if slope > STEEP:
            before, earlier = self._costs[-2]
            calls = seconds * _power(seconds / earlier, (n - last) / (last - before))
        else:
            calls = seconds * _power(n / max(last, 1), max(slope, 1.0))
        return calls + self._overhead * n

    def _doubled(self, last: int, times: int) -> int:
        """Return the size that is `times` doublings up, on the way to the very largest."""
        left = round(math.log2(self.largest / max(last, 1)))
        return round(self.largest / 2 ** (left - times)) if left >= times else self.largest

    def _fits(self, last: int, n: int) -> bool:
        return last < n <= self.largest and n < self._refused and self.estimate(n) <= self.cap

    def _steep(self) -> bool:
        """Whether the last two sizes, or one that was refused, suggest an exponential."""
        return self._slope() > STEEP or self._refused < math.inf

    def _slope(self) -> float:
        if len(self._costs) < 2:
            return 1.0
        (before, earlier), (last, seconds) = self._costs[-2:]
        return math.log(seconds / earlier) / math.log(max(last, 2) / max(before, 1))


def _power(number: float, exponent: float) -> float:
    return math.exp(min(math.log(number) * exponent, 700.0))
