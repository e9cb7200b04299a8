"""`judge bench` for people and for scripts: the classes, the evidence, and a plot."""

import math
from typing import Any

from rich.console import Console

from judge import reports
from judge.cli.render.chart import Chart, Line, Marker, amount, drawn
from judge.cli.render.console import ascii_only, say, say_lines
from judge.cli.render.cost import show_counted
from judge.cli.render.figures import any_of, grows_like, grows_like_any, times
from judge.cli.render.plot import plot_text
from judge.measurement import (
    Bench,
    Curve,
    Fit,
    MeasuredGrowth,
    Point,
    RuntimeRatio,
    Slope,
    log_of,
    upper_half,
)
from judge.notes import Note
from judge.values import escape


def show_bench(console: Console, benched: Bench, file: str) -> None:
    """Print what was found: one line and one plot for time, and the same for memory."""
    say(console, f"{escape(benched.slug, 80)}, {escape(file, 200)}", "bold")
    if benched.refused:
        say(console, f"not measured: {escape(benched.refused, 1_000)}", "bold red")
        return
    for counted in benched.counted:
        show_counted(console, counted)
    if benched.timed is not None:
        for sentence in runtime_lines(benched.timed):
            say(console, sentence)
    if benched.grown is not None:
        _show_growth(console, benched.grown, benched.timed)
    elif not benched.counted:
        say(console, "nothing is said of growth either")
    if benched.tier != "full":
        say(console, f"isolation: {escape(benched.tier, 20)}, not full", "bold")


def _show_growth(console: Console, grown: MeasuredGrowth, timed: RuntimeRatio | None) -> None:
    for curve in grown.curves:
        say(console, "")
        style = "bold green" if curve.agrees else "bold red" if curve.agrees is False else "bold"
        say(console, in_words(curve), style)
        say(console, f"  {evidence(curve, timed)}")
        if len([m for line in chart(curve).lines[:1] for m in drawn(line)]) > 1:
            height = min(max(console.height // 2, 12), 18)
            width = min(console.width, 100)
            say_lines(console, plot_text(chart(curve), width, height, plain=ascii_only(console)))
    for note in grown.notes:
        say(console, f"note: {escape(note.message, 600)}")
    if not grown.curves and not grown.notes:
        say(console, "too few sizes could be measured to tell how it grows")


def runtime_lines(timed: RuntimeRatio) -> list[str]:
    """Return the ratio to the reference in one line, and what there is to note."""
    notes = [f"note: {escape(note.message, 600)}" for note in timed.notes]
    if timed.ratio is None or timed.size is None:
        return notes
    ratio = timed.ratio
    median, low, high = (times(one) for one in (ratio.median, ratio.low, ratio.high))
    width = f"{median}x the reference ({low}-{high})"
    own, other = (amount(s, "seconds") for s in (timed.cpu_seconds, timed.reference_cpu_seconds))
    return [f"runtime: {width} at n = {timed.size.n:,}, {own} against {other} a call", *notes]


def in_words(curve: Curve) -> str:
    """Return one line: what grows how, what else is possible, and what was declared."""
    what = "time" if curve.what == "time" else "memory"
    text = f"{what} grows {grows_like(curve.fit.measured)}"
    if not curve.fit.visible:
        text = f"{what}: nothing to be seen above the noise; {curve.fit.measured}"
    if curve.fit.vague:
        text = f"{what}: these sizes cannot tell how it grows"
    elif curve.fit.visible and curve.fit.wide:
        text = f"{what} grows {grows_like_any(curve.fit.consistent)} (the data cannot tell)"
    elif curve.fit.also:
        text += f" (or {', '.join(curve.fit.also)}: the data cannot tell)"
    if curve.comparison:
        text += f"{', ' if curve.agrees else '; '}{escape(curve.comparison, 200)}"
    if curve.reference is not None:
        text += f"; the reference grows {grows_like(curve.reference)}"
    return text


def evidence(curve: Curve, timed: RuntimeRatio | None = None) -> str:
    """Return what the class rests on: what twice the size costs, and the sizes it was read from.

    What a call takes at the size that was `timed` is in the line of the runtime.
    """
    if curve.fit.slope is None:
        largest = curve.points[-1]
        return f"at n = {largest.n:,} it took {_amount(curve, largest.cost)}"
    upper = upper_half(curve.points)
    text = f"seen from n = {upper[0].n:,} to {upper[-1].n:,}"
    if curve.fit.measured != "2^n":
        # Twice the size says nothing of an exponential: that depends on where one begins.
        what = "time" if curve.what == "time" else "memory"
        text += f": twice the n takes {_doubled(curve.fit.slope)} the {what}"
        if curve.fit.ratio is not None:
            text += f", and {_doubled(curve.fit.ratio)} the ratio to the reference"
    last = upper[-1]
    if curve.what == "time" and timed is not None and timed.size is not None:
        # In fresh programs, whose first long call costs more: another figure than the runtime's.
        return text if last.n == timed.size.n else f"{text}; at n = {last.n:,} {_took(curve, last)}"
    return f"{text}; at n = {last.n:,} {_took(curve, last)}"


def _took(curve: Curve, point: Point) -> str:
    text = f"it took {_amount(curve, point.cost)}"
    return f"{text} in a fresh program" if curve.what == "time" else text


def bench_json(benched: Bench) -> dict[str, Any]:
    """Return what was found as one JSON document; growth and points as a report has them."""
    grown = benched.grown
    growths = reports.growths_of(grown)
    return {
        "bench_version": 1,
        "problem": {"slug": benched.slug, "version": benched.version},
        "refused": benched.refused or None,
        "runtime": _runtime_json(benched.timed),
        "notes": [note.message for note in _notes(benched)],
        "growth": reports.to_json(growths) if growths is not None else None,
        "evidence": {
            {"time": "time", "space": "memory"}[curve.what]: _evidence_json(curve)
            for curve in (grown.curves if grown is not None else ())
        },
        "counted": [
            {"n": one.size, "verdict": one.verdict.value, **one.extras} for one in benched.counted
        ],
        "isolation": {"tier": benched.tier},
    }


def _notes(benched: Bench) -> list[Note]:
    timed = benched.timed.notes if benched.timed is not None else []
    return [*timed, *(benched.grown.notes if benched.grown is not None else ())]


def _runtime_json(timed: RuntimeRatio | None) -> dict[str, float] | None:
    if timed is None or timed.ratio is None or timed.size is None:
        return None
    return {
        "n": timed.size.n,
        "ratio": timed.ratio.median,
        "low": timed.ratio.low,
        "high": timed.ratio.high,
        "cpu_seconds": timed.cpu_seconds,
        "reference_cpu_seconds": timed.reference_cpu_seconds,
    }


def _evidence_json(curve: Curve) -> dict[str, Any]:
    names = ("cpu_seconds", "reference_cpu_seconds", "error_seconds")
    if curve.what == "space":
        names = ("bytes", "reference_bytes", "error_bytes")
    return {
        "slope": _slope_json(curve.fit.slope),
        "ratio_slope": _slope_json(curve.fit.ratio),
        "points": [
            {"n": p.n, **dict(zip(names, (p.cost, p.reference, p.error), strict=True))}
            for p in curve.points
        ],
    }


def _slope_json(slope: Slope | None) -> dict[str, float] | None:
    return None if slope is None else {"value": slope.value, "error": slope.error}


def chart(curve: Curve) -> Chart:
    """Return a curve as a chart: both programs' points, and their fitted classes as lines."""
    seconds = curve.what == "time"
    own = [Marker(p.n, p.cost, p.error) for p in curve.points]
    measured = any_of(curve.fit.consistent) if curve.fit.wide else curve.fit.measured
    lines = [Line("submission", measured, tuple(own), _fitted(curve.fit, own))]
    beside = [
        Marker(p.n, p.reference, p.reference_error) for p in curve.points if p.reference is not None
    ]
    if beside and curve.reference_fit is not None:
        name = curve.reference or curve.reference_fit.measured
        fitted = _fitted(curve.reference_fit, beside)
        lines.append(Line("reference", name, tuple(beside), fitted))
    return Chart(
        "CPU time of one call" if seconds else "Memory of one call, above its input",
        "seconds" if seconds else "bytes",
        tuple(lines),
    )


def _fitted(fit: Fit, markers: list[Marker]) -> tuple[tuple[float, float], ...]:
    """Return the class's own curve through the upper half of the points."""
    seen = [m for m in markers if m.cost > 3 * m.error]
    if not fit.visible or len(seen) < 2 or fit.measured == "2^n":
        return ()
    upper = [m for m in seen if m.n >= math.sqrt(seen[0].n * seen[-1].n)] or seen[-1:]
    shift = sum(math.log(m.cost) - log_of(fit.measured, m.n) for m in upper) / len(upper)
    first, last = upper[0].n, upper[-1].n
    sizes = [first * (last / first) ** (k / 24) for k in range(25)]
    return tuple((n, math.exp(log_of(fit.measured, n) + shift)) for n in sizes)


def _doubled(slope: Slope) -> str:
    """Return what twice the size costs, with two standard errors to both sides."""
    spread = 2 * slope.error
    powers = (slope.value, slope.value - spread, slope.value + spread)
    middle, low, high = (times(2.0 ** min(power, 99)) for power in powers)
    return f"{middle}x ({low}-{high})"


def _amount(curve: Curve, cost: float) -> str:
    return amount(cost, "seconds" if curve.what == "time" else "bytes")
