"""What was measured of a submission, as a report has it."""

from typing import TYPE_CHECKING

from judge.judging import Findings
from judge.measurement import Measured
from judge.reports.report import Growth, Growths, Ladder, Memory, Mend, Point, Rung, Runtime
from judge.verdict import Verdict

if TYPE_CHECKING:  # both take long to import, and many reports have neither
    from judge.measurement import Curve, MeasuredGrowth


def runtime_of(measured: Measured) -> Runtime | None:
    """Return the ratio to the reference, and the sizes that growth was read from."""
    if measured.ratio is None or measured.ratio.ratio is None:
        return None
    ratio = measured.ratio.ratio
    return Runtime(
        ratio=round(ratio.median, 4),
        low=round(ratio.low, 4),
        high=round(ratio.high, 4),
        cpu_seconds=measured.ratio.cpu_seconds,
        reference_cpu_seconds=measured.ratio.reference_cpu_seconds,
        points=_points(measured),
    )


def _points(measured: Measured) -> list[Point]:
    """Return the sizes of the curve; a cost that noise made negative is 0."""
    points = measured.curve.points if measured.curve is not None else ()
    return [
        Point(n=p.n, cpu_seconds=max(p.cost, 0.0), reference_cpu_seconds=max(p.reference, 0.0))
        for p in points
        if p.reference is not None
    ]


def time_growth_of(measured: Measured) -> Growths | None:
    """Return the growth of time; None where it was not measured."""
    return Growths(time=_growth(measured.curve)) if measured.curve is not None else None


def growths_of(grown: "MeasuredGrowth | None") -> Growths | None:
    """Return the growth of time and memory; None when nothing is known."""
    if grown is None:
        return None
    time, memory = _growth(grown.time), _growth(grown.memory)
    return Growths(time=time, memory=memory) if time or memory else None


def _growth(curve: "Curve | None") -> Growth | None:
    if curve is None or not curve.conclusive:
        return None
    return Growth(
        measured=curve.fit.measured,
        also_consistent_with=list(curve.fit.also),
        reference=curve.reference,
        declared=curve.declared[0].name if curve.declared else None,
        agrees=curve.agrees,
        comparison=curve.comparison or None,
        inputs=curve.inputs,
    )


def memory_of(findings: Findings, measured: Measured) -> Memory:
    """Return the peak of the submission's programs, and of the reference's."""
    return Memory(
        peak_bytes=findings.peak_bytes,
        reference_peak_bytes=measured.reference_peak_bytes,
        method=findings.memory_method,
    )


def ladder_of(measured: Measured) -> Ladder | None:
    """Return the rank among the package's accepted solutions; `of` counts the submission too."""
    if measured.rank is None:
        return None
    rungs = [Rung(name=name, ratio=round(ratio, 4)) for name, ratio in measured.rank.rungs]
    return Ladder(rank=measured.rank.place, of=len(rungs) + 1, rungs=rungs)


def mend_of(findings: Findings) -> Mend | None:
    """Return how much of a given program was changed; None if it was not accepted after all."""
    mend = findings.mend
    if mend is None or findings.verdict is not Verdict.ACCEPTED:
        return None
    return Mend(changed=mend.changed, smallest=mend.smallest, rewritten=mend.rewritten)
