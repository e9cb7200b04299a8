"""The median of some ratios, and a confidence interval for the true one. Pure.

The interval runs between two order statistics: the k-th smallest and the k-th largest of n
values. It misses the true median only when fewer than k values fall on one side of it, and each
falls there with probability 1/2, whatever the distribution: the miss is 2 P(Bin(n, 1/2) < k)
(H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, Wiley 2003, section 7.1).

Measuring on until the interval looks narrow would cost coverage, since narrow intervals are the
ones that miss. So the number of stages is fixed, and each stage's interval may miss with the whole
probability divided by the number of stages (Bonferroni): then the interval of the last stage,
whichever that is, misses with at most the whole.

All this holds for values that are independent. Those of one program have its luck in common (where
its memory lies), so the interval is widened by as much as programs differ more than chance allows:
the square root of the design effect (L. Kish, Survey Sampling, Wiley 1965, section 5.4).
"""

import math
import statistics
from collections.abc import Iterator, Sequence

from judge.records import dataclass

#: The probability that a reported interval misses.
MISS = 0.05
#: Sigma of a normal distribution is so many times its median of absolute deviations.
SIGMA_OF_MAD = 1.4826


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


def interval_of_blocks(values: Sequence[float], sizes: Sequence[int], miss: float) -> Interval:
    """Return `median_interval`, widened by as much as blocks differ more than chance allows.

    `sizes` says how many of the values, which are positive, are in each block, in their order.
    """
    plain = median_interval(values, miss)
    wider = math.sqrt(_design_effect([math.log(max(value, 1e-12)) for value in values], sizes))
    if wider == 1 or plain.median <= 0:
        return plain
    below, above = plain.low / plain.median, plain.high / plain.median
    return Interval(plain.median, plain.median * below**wider, plain.median * above**wider)


def _design_effect(logs: Sequence[float], sizes: Sequence[int]) -> float:
    """Return how many times the variance of the blocks' medians is what their values explain.

    At least 1; and 1 of a single block.
    """
    blocks = list(_split(logs, sizes))
    if len(blocks) < 2:
        return 1.0
    medians = [statistics.median(block) for block in blocks]
    apart = [
        abs(value - middle)
        for block, middle in zip(blocks, medians, strict=True)
        for value in block
    ]
    size = len(logs) / len(blocks)
    # The deviations from a block's own median are too small in a small block.
    sigma = SIGMA_OF_MAD * statistics.median(apart) * size / max(size - 0.8, 1.0)
    chance = math.pi / 2 * sigma**2 / size
    return max(statistics.variance(medians) / chance, 1.0) if chance > 0 else 1.0


def _split(values: Sequence[float], sizes: Sequence[int]) -> Iterator[Sequence[float]]:
    start = 0
    for size in sizes:
        yield values[start : start + size]
        start += size


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
