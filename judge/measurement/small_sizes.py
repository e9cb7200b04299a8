"""What small sizes may say of growth: no more than the reference beside them allows. Pure.

A submission that burns time on small inputs seems to grow slowly. But what it can do on large ones
it can do on small ones: there it need not be slower, measured by the reference, than here.
"""

import math
from collections.abc import Sequence

from judge.measurement.fitting import Fit, upper_half
from judge.measurement.slopes import Point
from judge.notes import Note
from judge.records import replace

#: A cost on small inputs of 20 times the reference's, and of 4 times what the ratio on large ones
#: explains, tells nothing of growth.
ABSURD, EXPLAINED = 20.0, 4.0
#: A reference is seen where it costs more than 3 times its error.
SEEN = 3.0


def without_slowed_sizes(points: Sequence[Point]) -> list[Point]:
    """Return the points, none dearer in times of the reference than the largest size is.

    Where that is quicker than the reference, the others count as if they were as quick as it.
    """
    most = _ratio_at_large(points)
    if most is None:
        return list(points)
    return [
        replace(point, cost=min(point.cost, most * point.reference))
        if point.reference is not None and _seen(point)
        else point
        for point in points
    ]


def absurd_note(points: Sequence[Point]) -> Note | None:
    """Return a note where a size that decides costs so much that growth cannot be told."""
    most = _ratio_at_large(points)
    if most is None:
        return None
    for point in upper_half(points) if any(p.cost > SEEN * p.error for p in points) else ():
        if point.reference is None:
            continue
        # At least, whatever the clocks' errors are.
        ratio = (point.cost - point.error) / max(point.reference + point.reference_error, 1e-9)
        if ratio >= max(ABSURD, EXPLAINED * most):
            largest = max(points, key=lambda one: one.n)
            message = (
                f"growth is not told: at n = {point.n:,} it takes {ratio:.0f} times as long as the "
                f"reference, at n = {largest.n:,} only {_ratio(largest):.3g} times"
            )
            return Note(code="growth_refused", message=message)
    return None


def bounded_note(raw: Fit | None, bounded: Fit, points: Sequence[Point]) -> Note | None:
    """Return a note where small sizes alone had made the growth flatter than it is."""
    if raw is None or raw.measured == bounded.measured or bounded.measured in raw.also:
        return None
    small = max((p for p in upper_half(points) if _seen(p)), key=_ratio)
    largest = max(points, key=lambda one: one.n)
    message = (
        f"small inputs take it longer than large ones explain ({_ratio(small):.1f} times the "
        f"reference at n = {small.n:,}, {_ratio(largest):.1f} times at n = {largest.n:,}): its "
        "growth is read without that"
    )
    return Note(code="growth_bounded", message=message)


def _ratio_at_large(points: Sequence[Point]) -> float | None:
    """Return the most that the ratio to the reference is at the largest size; at least 1.

    None where nothing is seen of the reference. The size before it may be slowed already.
    """
    seen = [point for point in points if _seen(point)]
    if not seen:
        return None
    top = max(seen, key=lambda point: point.n)
    off = math.hypot(
        top.error / max(top.cost, 1e-9), top.reference_error / max(top.reference or 0.0, 1e-9)
    )
    return max(1.0, _ratio(top) * (1 + min(off, 1.0)))


def _seen(point: Point) -> bool:
    return point.reference is not None and point.reference > SEEN * point.reference_error


def _ratio(point: Point) -> float:
    return point.cost / max(point.reference or 0.0, 1e-9)
