"""A chart of cost over n on logarithmic axes, as data: what terminal and SVG both draw."""

import math
from collections.abc import Iterable

from judge.records import dataclass

_SECONDS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns"))
_BYTES = ((1024.0**3, "GiB"), (1024.0**2, "MiB"), (1024.0, "KiB"), (1.0, "B"))


@dataclass(frozen=True, slots=True)
class Marker:
    """One measured size: its cost, and how far that may be off."""

    n: int
    cost: float
    error: float


@dataclass(frozen=True, slots=True)
class Line:
    """One program: its name, its class, its points, and the class's own curve through them."""

    name: str
    measured: str
    markers: tuple[Marker, ...]
    fitted: tuple[tuple[float, float], ...] = ()

    @property
    def label(self) -> str:
        unseen = "" if drawn(self) else " (below the noise)"
        return f"{self.name}: {self.measured}{unseen}"


@dataclass(frozen=True, slots=True)
class Axis:
    """One logarithmic axis from low to high, with the places of its ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Return where a value lies, 0 at the low end and 1 at the high one, never outside."""
        if value <= self.low:
            return 0.0
        return min(math.log(value / self.low) / math.log(self.high / self.low), 1.0)


@dataclass(frozen=True, slots=True)
class Chart:
    """Programs over n; `unit` is seconds or bytes."""

    title: str
    unit: str
    lines: tuple[Line, ...]

    @property
    def sizes(self) -> Axis:
        return axis(m.n for line in self.lines for m in drawn(line))

    @property
    def costs(self) -> Axis:
        found = [m.cost for line in self.lines for m in drawn(line)]
        if self.unit == "seconds":
            return axis(found)
        # Bytes are counted in powers of two.
        span = axis(found)
        powers = [2.0**k for k in range(64) if span.low <= 2.0**k <= span.high]
        every = max(len(powers) // 6, 1)
        return Axis(span.low, span.high, tuple(powers[::every]) or span.ticks)


def drawn(line: Line) -> list[Marker]:
    """Return the points that have a place on a logarithmic axis and stand above the noise."""
    return [m for m in line.markers if m.n > 0 and m.cost > max(3 * m.error, 0.0)]


def axis(values: Iterable[float]) -> Axis:
    """Return an axis with room for all values and with round ticks."""
    found = [value for value in values if value > 0] or [1.0]
    low, high = min(found) / 1.25, max(found) * 1.25
    decades = [10.0**k for k in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]
    ticks = [tick for tick in decades if low <= tick <= high]
    if len(ticks) < 3:
        ticks = [d * by for d in decades for by in (1, 2, 5) if low <= d * by <= high]
    if len(ticks) < 2:
        ticks = [low * 1.25, high / 1.25]
    return Axis(low, high, tuple(dict.fromkeys(ticks)))


def amount(value: float, unit: str) -> str:
    """Return a cost as people write it: 1.2 ms, 30 MiB."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    for size, name in _SECONDS if unit == "seconds" else _BYTES:
        if value >= size:
            return f"{sign}{value / size:.3g} {name}"
    return f"{sign}{value:.3g} {unit}" if value else "0"


def count(n: float) -> str:
    """Return a size as a tick shows it: 1,000, 1 M."""
    if n >= 1e6:
        return f"{n / 1e6:.3g} M"
    return f"{n:,.0f}"
