"""Straight lines through points of log n and log cost, by weighted least squares. Pure."""

import math
from collections.abc import Iterable, Sequence

from judge.records import dataclass

#: What a point may be off beyond its own error: the machine's modes, a resized table.
ROUGHNESS = 0.05


@dataclass(frozen=True, slots=True)
class Point:
    """What the submission and the reference cost at one size, and how far each may be off.

    Costs are seconds or bytes, less what a call that does nothing costs; noise may make them
    negative.
    """

    n: int
    cost: float
    error: float
    reference: float | None = None
    reference_error: float = 0.0


@dataclass(frozen=True, slots=True)
class Slope:
    """A slope of log cost over log n and its standard error."""

    value: float
    error: float


def slope_of(costs: Iterable[tuple[int, float, float]]) -> Slope:
    """Return the weighted slope of log cost over log n of (n, cost, error)."""
    rows = [(math.log(max(n, 1)), *logged(cost, error)) for n, cost, error in costs]
    return line(rows)


def logged(cost: float, error: float) -> tuple[float, float]:
    """Return log cost and the variance of it."""
    least = max(cost, error / 2, 1e-12)
    return math.log(least), (error / least) ** 2 + ROUGHNESS**2


def line(rows: Sequence[tuple[float, float, float]]) -> Slope:
    """Return the slope of y over x of (x, y, variance), by weighted least squares."""
    weight = sum(1 / v for _, _, v in rows)
    x_mean = sum(x / v for x, _, v in rows) / weight
    y_mean = sum(y / v for _, y, v in rows) / weight
    spread = sum((x - x_mean) ** 2 / v for x, _, v in rows)
    if spread <= 0:
        return Slope(0.0, math.inf)
    slope = sum((x - x_mean) * (y - y_mean) / v for x, y, v in rows) / spread
    rest = sum((y - y_mean - slope * (x - x_mean)) ** 2 / v for x, y, v in rows)
    wide = max(1.0, rest / max(len(rows) - 2, 1))
    return Slope(slope, math.sqrt(wide / spread))


def residual(rows: Sequence[tuple[float, float, float]]) -> float:
    """Return the sum of squared distances of (x, y, variance) from their line, in variances."""
    slope = line(rows).value
    weight = sum(1 / v for _, _, v in rows)
    shift = sum((y - slope * x) / v for x, y, v in rows) / weight
    return sum((y - slope * x - shift) ** 2 / v for x, y, v in rows)
