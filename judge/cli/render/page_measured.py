"""What was measured, as JSON for the page: a ratio with its interval, a chart, a ladder.

Places of a chart are given from 0 to 1, so that only the server knows of logarithms and ticks.
"""

from typing import Any

from judge.cli.render.chart import Axis, Chart, Line, Marker, amount, count, drawn
from judge.cli.render.figures import duration, grows_like, growth_words, times
from judge.reports import Ladder, Report, Runtime
from judge.values import escape

#: Sizes of a growth measurement, and accepted solutions on a ladder, that are shown.
MOST_POINTS, MOST_RUNGS = 60, 60
YOURS, REFERENCE = "yours", "reference"


def measured_view(report: Report) -> dict[str, Any]:
    """Return ratio, growth and ladder of a report; None for each that was not measured."""
    runtime = report.runtime
    return {
        "runtime": None if runtime is None else _ratio(runtime),
        "growth": None if runtime is None else _growth(report, runtime),
        "ladder": None if report.ladder is None else _ladder(report.ladder, runtime),
    }


def _ratio(runtime: Runtime) -> dict[str, Any]:
    ratio, low, high = (times(one) for one in (runtime.ratio, runtime.low, runtime.high))
    return {
        "ratio": runtime.ratio,
        "low": runtime.low,
        "high": runtime.high,
        "text": f"{ratio}x the reference ({low}-{high})",
        "calls": f"{duration(runtime.cpu_seconds)} a call; "
        f"the reference {duration(runtime.reference_cpu_seconds)}",
    }


def _growth(report: Report, runtime: Runtime) -> dict[str, Any] | None:
    growth = report.growth.time if report.growth is not None else None
    points = runtime.points[:MOST_POINTS]
    if not points:
        return None
    names = (growth.measured, growth.reference) if growth is not None else (None, None)
    own = tuple(Marker(one.n, one.cpu_seconds, 0.0) for one in points)
    beside = tuple(Marker(one.n, one.reference_cpu_seconds, 0.0) for one in points)
    lines = tuple(
        Line(name, "" if measured is None else grows_like(measured), markers)
        for name, measured, markers in zip((YOURS, REFERENCE), names, (own, beside), strict=True)
    )
    chart = Chart("CPU time of one call", "seconds", lines)
    return {
        "title": f"{chart.title}, both axes logarithmic",
        "text": growth_words(report).removeprefix(", "),
        "lines": [_line(chart, line) for line in lines],
        "sizes": [{"at": at, "text": count(tick)} for at, tick in _ticks(chart.sizes)],
        "costs": [{"at": at, "text": amount(tick, chart.unit)} for at, tick in _ticks(chart.costs)],
        "rows": [
            {
                "n": f"{one.n:,}",
                YOURS: duration(one.cpu_seconds),
                REFERENCE: duration(one.reference_cpu_seconds),
            }
            for one in points
        ],
    }


def _line(chart: Chart, line: Line) -> dict[str, Any]:
    sizes, costs = chart.sizes, chart.costs
    points = [[_place(sizes, one.n), _place(costs, one.cost)] for one in drawn(line)]
    return {"name": line.name, "measured": line.measured, "points": points}


def _ticks(axis: Axis) -> list[tuple[float, float]]:
    return [(_place(axis, tick), tick) for tick in axis.ticks]


def _place(axis: Axis, value: float) -> float:
    return round(axis.at(value), 4)


def _ladder(ladder: Ladder, runtime: Runtime | None) -> dict[str, Any]:
    rungs = [
        {"name": escape(rung.name, 60), "ratio": f"{times(rung.ratio)}x", "own": False}
        for rung in ladder.rungs[:MOST_RUNGS]
    ]
    own = "" if runtime is None else f"{times(runtime.ratio)}x"
    rungs.insert(max(ladder.rank - 1, 0), {"name": YOURS, "ratio": own, "own": True})
    return {
        "text": f"place {ladder.rank} of {ladder.of} beside the package's accepted solutions",
        "rungs": rungs,
    }
