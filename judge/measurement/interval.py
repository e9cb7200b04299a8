"""The median of some ratios, and a confidence interval for the true one. Pure.

The interval runs between two order statistics: the k-th smallest and the k-th largest of n
values. It misses the true median only when fewer than k values fall on one side of it, and each
falls there with probability 1/2, whatever the distribution: the miss is 2 P(Bin(n, 1/2) < k)
(H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, Wiley 2003, section 7.1).

Measuring on until the interval looks narrow would cost coverage, since narrow intervals are the
ones that miss. So the number of stages is fixed, and each stage's interval may miss with the whole
probability divided by the number of stages (Bonferroni): then the interval of the last stage,
whichever that is, misses with at most the whole.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

#: The probability that a reported interval misses.
MISS = 0.05


@dataclass(frozen=True, slots=True)
class Interval:
    """A median and the interval around it."""

    median: float
    low: float
    high: float

    @property
    def half_width(self) -> float:
        """Half the width, relative to the median."""
        return (self.high - self.low) / 2 / self.median if self.median > 0 else math.inf


@dataclass(frozen=True, slots=True)
class Plan:
    """How many pairs there are after each stage, and how narrow an interval ends it early.

    `seconds` is the CPU time that the first stage may take; slower pairs get smaller inputs.
    """

    stages: tuple[int, ...]
    half_width: float
    seconds: float

    @property
    def miss(self) -> float:
        """How often the interval of one stage may miss."""
        return MISS / len(self.stages)


#: What `judge submit` does: enough for 5 % on most machines, a second stage where it is not.
SUBMIT = Plan((13, 39), 0.05, 1.5)
#: What `judge bench` does.
BENCH = Plan((39, 117), 0.025, 10.0)


def median_interval(values: Sequence[float], miss: float = MISS) -> Interval:
    """Return the median of `values`, and an interval that misses the true one with at most `miss`.

    Raises `ValueError` for too few values to say anything at that level.
    """
    ordered = sorted(values)
    rank = _rank(len(ordered), miss)
    if rank == 0:
        raise ValueError(f"{len(ordered)} values allow no interval that misses {miss:.3g}")
    return Interval(_median(ordered), ordered[rank - 1], ordered[-rank])


def _rank(count: int, miss: float) -> int:
    """Return the largest k with 2 P(Bin(count, 1/2) < k) <= miss; 0 when there is none."""
    below, rank = 0, 0
    while rank <= count:
        below += math.comb(count, rank)
        if 2 * below > miss * 2**count:
            break
        rank += 1
    return rank


def _median(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
