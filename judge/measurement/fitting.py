"""Fit a class of growth to points of (n, cost), by the slope of the upper half. Pure.

Two slopes are read. That of log cost over log n, over the upper half of the sizes, where start-up
costs no longer flatten it. And that of the ratio to a reference of known class: what the machine
does to both (caches, a slow minute) cancels out. Fitting absolute curves was tried and rejected:
that called `set()` n log n and a linear loop 2^n.
"""

import math
from collections.abc import Sequence

from judge.measurement.classes import CLASSES, a_power_apart, log_of
from judge.measurement.slopes import Point, Slope, line, logged, residual, slope_of
from judge.records import dataclass, replace

#: How far a class's own slope may be above and below the one measured. Memory that falls out of
#: the caches adds up to 0.3 to the slope of a linear cost; a lower term flattens as much.
SLOPE_BELOW, SLOPE_ABOVE = 0.35, 0.4
#: The same for the ratio to the reference; 42 measurements were between -0.31 and +0.21.
RATIO_BELOW, RATIO_ABOVE = 0.35, 0.25
#: A steeper slope is an exponential: nobody writes n^5.
EXPONENTIAL_SLOPE = 4.5
#: A slope whose error is larger does not exclude 2^n. Of n and n^2 it names the flatter one,
#: where that is at most 0.5 farther off.
LOOSE, NEARLY = 0.3, 0.5
#: A ratio is read only where both costs are 8 times their error.
SURE = 8.0
FEWEST = 3
#: A step of n^2 and of n^3 takes at least this part of `step`: blocks are moved in C.
LEAST_STEPS = {"n^2": 0.01, "n^3": 0.06}
#: Falling out of the caches makes a step up to 6 times dearer (4 was measured). Only sizes over
#: which n^2 makes it 10 times dearer tell one from the other.
CACHES, WIDE = 6.0, 10.0
#: Caches alone made a slope of 1.6; squares that C moves by the block had 1.77 and more.
STEEPEST_OF_CACHES = 1.7
#: Where 3 other classes are possible, the measurement has told nothing.
VAGUE = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """The nearest class, the others that the data allow, and the slopes that show it.

    `visible` is false when no cost rose above the noise: then there is no slope.
    """

    measured: str
    also: tuple[str, ...]
    slope: Slope | None = None
    ratio: Slope | None = None
    visible: bool = True

    @property
    def vague(self) -> bool:
        """Whether the data allow so much that no class should be named alone."""
        return len(self.also) >= VAGUE

    @property
    def wide(self) -> bool:
        """Whether classes a power of n apart are possible, so that no one of them is the answer."""
        return a_power_apart(self.consistent)

    @property
    def consistent(self) -> tuple[str, ...]:
        """Every class that the data allow, from the flattest."""
        return tuple(name for name in CLASSES if name == self.measured or name in self.also)


def fit(points: Sequence[Point], *, step: float, reference: str | None = None) -> Fit | None:
    """Return the class of growth; None for fewer than three sizes.

    `step` is the least that one elementary step costs, in seconds or bytes: where nothing rises
    above the noise, a class stays possible whose steps are too few to be seen. `reference` is
    the class of the reference, where it is known.
    """
    points = sorted(points, key=lambda point: point.n)
    if len({point.n for point in points}) < FEWEST:
        return None
    if not any(_seen(point) for point in points[-FEWEST:]):
        return _unseen(points[-1], step)
    upper = upper_half(points)
    slope = slope_of([(p.n, p.cost, p.error) for p in upper])
    if _exponential(points, slope):
        return Fit("2^n", (), slope)
    ratio = _ratio_slope(upper)
    readings = [_distances(upper, slope, SLOPE_BELOW, SLOPE_ABOVE)]
    if ratio is not None and reference in CLASSES and reference != "2^n":
        known = _own_slope(reference, upper)
        effective = Slope(ratio.value + known, ratio.error)
        readings.append(_distances(upper, effective, RATIO_BELOW, RATIO_ABOVE))
    hasty = _hasty(points[-1], step)
    readings = [{n: far for n, far in one.items() if n not in hasty} for one in readings]
    return _without_caches(points, _nearest(readings, slope, ratio), readings)


def _without_caches(
    points: Sequence[Point], found: Fit, readings: Sequence[dict[str, tuple[float, bool]]]
) -> Fit:
    """Name n or n log n in place of n^2 where caches, or doubt alone, explain the rise.

    Where the sizes are too near to tell caches from n^2, name n log n beside it.
    """
    if found.measured != "n^2":
        return found
    far = {n: sum(r[n][0] for r in readings if n in r) for n in ("n", "n log n", "n^2")}
    slope = found.slope
    doubtful = slope is not None and slope.error > LOOSE
    steep = slope is not None and slope.value - slope.error > STEEPEST_OF_CACHES
    flatter = tuple(
        name
        for name in ("n", "n log n")
        if (not steep and _rise(points, name) <= CACHES)
        or (doubtful and name in found.also and far[name] < far["n^2"] + NEARLY)
    )
    if not flatter and (steep or _rise(points, "n log n") < math.inf):
        return found
    measured = min(flatter, key=far.__getitem__, default=found.measured)
    flatter = flatter or ("n log n",)
    also = {*found.consistent, *flatter} - {measured}
    return replace(found, measured=measured, also=tuple(n for n in CLASSES if n in also))


def _rise(points: Sequence[Point], name: str) -> float:
    """Return how many times the cost of one step rises; infinite where the sizes are too near."""
    sure = [p for p in points if p.cost > SURE * p.error]
    if not sure or _rise_of_square(name, sure[0].n, sure[-1].n) < WIDE:
        return math.inf
    steps = [math.log(p.cost) - log_of(name, p.n) for p in sure]
    return math.exp(steps[-1] - min(steps))


def _rise_of_square(name: str, smallest: int, largest: int) -> float:
    """Return how many times a step of class `name` would seem to rise if the cost were n^2."""
    steps = [log_of("n^2", n) - log_of(name, n) for n in (smallest, largest)]
    return math.exp(steps[1] - steps[0])


def _hasty(top: Point, step: float) -> set[str]:
    """Return the classes whose steps would be too many for the time they took.

    A table of n times n that falls out of the caches rises as fast as n^3 for a while, but n^3
    steps in that time no machine makes.
    """
    return {
        name
        for name, part in LEAST_STEPS.items()
        if math.log(max(top.cost, 1e-12) / (part * step)) < log_of(name, top.n)
    }


def upper_half(points: Sequence[Point]) -> list[Point]:
    """Return the points of the upper half, on the scale of log n, of the sizes that can be seen."""
    seen = [point for point in points if _seen(point)]
    middle = math.sqrt(max(seen[0].n, 1) * seen[-1].n)
    upper = [point for point in points if point.n >= middle]
    return upper if len(upper) >= FEWEST else list(points[-FEWEST:])


def _seen(point: Point) -> bool:
    """Whether a cost is above the noise."""
    return point.cost > 3 * point.error


def _unseen(top: Point, step: float) -> Fit:
    """Nothing rose above the noise: name what could hide below it."""
    room = math.log(max(3 * top.error, 1e-12) / step)
    hidden = tuple(name for name in CLASSES[1:] if log_of(name, top.n) < room)
    also = tuple(dict.fromkeys(("log n", *hidden)))
    return Fit("1", also, visible=False)


def _exponential(points: Sequence[Point], slope: Slope) -> bool:
    if slope.value - 2 * slope.error > EXPONENTIAL_SLOPE:
        return True
    seen = [point for point in points if _seen(point)]
    if slope.value < 2.5 or len(seen) < 5:
        return False
    rows = [(point.n, *logged(point.cost, point.error)) for point in seen]
    power = residual([(math.log(max(n, 1)), y, v) for n, y, v in rows])
    return residual([(float(n), y, v) for n, y, v in rows]) < power / 4


def _ratio_slope(points: Sequence[Point]) -> Slope | None:
    """Return the slope of the ratio to the reference, where the reference can be seen."""
    rows = []
    for p in points:
        if p.reference is None or p.reference < SURE * p.reference_error:
            continue
        if p.cost < SURE * p.error:
            continue
        off = math.hypot(p.error / p.cost, p.reference_error / p.reference)
        ratio = p.cost / p.reference
        rows.append((p.n, ratio, off * ratio))
    return slope_of(rows) if len(rows) >= FEWEST else None


def _own_slope(name: str, points: Sequence[Point]) -> float:
    """Return the slope that a class itself has over these sizes."""
    return line([(math.log(max(p.n, 1)), log_of(name, p.n), 1.0) for p in points]).value


def _distances(
    points: Sequence[Point], slope: Slope, below: float, above: float
) -> dict[str, tuple[float, bool]]:
    """Return how far off each class is, 1 being the most allowed, and whether it is possible."""
    found = {}
    for name in CLASSES[:-1]:
        off = slope.value - _own_slope(name, points)
        allowed = above if off > 0 else below
        found[name] = abs(off) / allowed, abs(off) - 2 * slope.error <= allowed
    return found


def _nearest(
    readings: Sequence[dict[str, tuple[float, bool]]], slope: Slope, ratio: Slope | None
) -> Fit:
    """Choose the nearest class by all readings; where they contradict each other, keep both."""
    names = list(readings[0])
    mean = {name: sum(r[name][0] for r in readings) for name in names}
    allowed = [n for n in names if all(r[n][1] for r in readings)]
    allowed = allowed or [n for n in names if any(r[n][1] for r in readings)]
    if slope.error > LOOSE and slope.value + 2 * slope.error > 3:
        allowed.append("2^n")
        mean["2^n"] = math.inf
    measured = min(allowed or names, key=mean.__getitem__)
    return Fit(measured, tuple(n for n in allowed if n != measured), slope, ratio)
