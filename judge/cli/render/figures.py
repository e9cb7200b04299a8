"""What was measured, one line each: runtime, growth, place on the ladder, memory, limits."""

from collections.abc import Iterator, Sequence

from rich.console import Console

from judge import measurement
from judge.cli.render.console import say
from judge.reports import Failure, Ladder, Limits, Mend, Report, Runtime
from judge.values import escape
from judge.verdict import Verdict

MIB = 1024 * 1024


def show_figures(console: Console, report: Report) -> None:
    """Print what was measured, where it was."""
    if report.verdict is Verdict.DOES_NOT_LOAD:
        return
    say(console, "")
    for line in figure_lines(report):
        say(console, line)


def figure_lines(report: Report) -> Iterator[str]:
    """Yield what was measured, each line with its name before a colon."""
    if report.verdict is Verdict.DOES_NOT_LOAD:
        return
    runtime = report.runtime
    if runtime is not None:
        yield _runtime(runtime) + growth_words(report)
    elif report.growth is not None:
        growth = report.growth.time
        inputs = growth.inputs if growth is not None else None
        on = f"inputs like the failing one ({escape(inputs, 60)})" if inputs else "typical inputs"
        yield f"runtime: on {on} it" + growth_words(report).removeprefix(",")
    if report.ladder is not None:
        yield _ladder(report.ladder)
    if report.mend is not None:
        yield mend_line(report.mend)
    peak = report.memory.peak_bytes if report.memory is not None else None
    if report.memory is not None and peak is not None:
        compared = _memory_ratio(peak, report.memory.reference_peak_bytes)
        method = escape(report.memory.method, 40)
        yield f"memory: {compared}peak {_mebibytes(peak)} ({method})"
    if report.limits is not None:
        yield _limits(report.limits, report.failure)


def _runtime(runtime: Runtime) -> str:
    ratio, low, high = (times(x) for x in (runtime.ratio, runtime.low, runtime.high))
    return (
        f"runtime: {ratio}x the reference ({low}-{high}), "
        f"{duration(runtime.cpu_seconds)} against {duration(runtime.reference_cpu_seconds)} a call"
    )


def growth_words(report: Report) -> str:
    """Return how time grows, as it ends the line of the runtime; empty where it is not known."""
    growth = report.growth.time if report.growth is not None else None
    if growth is None:
        return ""
    possible = [growth.measured, *growth.also_consistent_with]
    wide = measurement.a_power_apart(possible)
    text = f", grows {grows_like_any(possible) if wide else grows_like(growth.measured)}"
    if growth.agrees:
        return f"{text}, {escape(growth.comparison or 'as declared', 200)}"
    if growth.also_consistent_with and not wide:
        text += f" (or {', '.join(escape(name, 20) for name in growth.also_consistent_with)})"
    if growth.comparison is not None:
        text += f"; {escape(growth.comparison, 200)}"
    elif growth.declared is not None and growth.agrees is False:
        text += f"; declared was {escape(growth.declared, 60)}"
    if growth.reference is not None and growth.reference not in possible:
        text += f"; the reference grows {grows_like(growth.reference)}"
    return text


def grows_like(name: str) -> str:
    """Return how a class is said: no measurement tells the base of an exponential."""
    return "exponentially" if name == "2^n" else f"like {escape(name, 20)}"


def grows_like_any(names: Sequence[str]) -> str:
    """Return how classes are said that cannot be told apart, from the flattest."""
    return f"like {any_of(names)}".replace("2^n", "an exponential")


def any_of(names: Sequence[str]) -> str:
    """Return classes as people list them: `n, n log n or n^2`."""
    *most, last = (escape(name, 20) for name in measurement.in_order(names))
    return f"{', '.join(most)} or {last}" if most else last


def _memory_ratio(peak: int, reference: int | None) -> str:
    return "" if not reference else f"{times(peak / reference)}x the reference, "


def times(ratio: float) -> str:
    """Return a ratio with as many digits as people compare."""
    return f"{ratio:.2f}" if ratio < 9.995 else f"{ratio:.1f}" if ratio < 99.95 else f"{ratio:.0f}"


def _ladder(ladder: Ladder) -> str:
    rungs = [f"{escape(rung.name, 60)} {times(rung.ratio)}x" for rung in ladder.rungs]
    text = f"ladder: place {ladder.rank} of {ladder.of} beside the package's accepted solutions"
    return f"{text} (fastest {rungs[0]}, slowest {rungs[-1]})" if rungs else text


def mend_line(mend: Mend) -> str:
    """Return how many lines were changed beside the smallest mend, in one line."""
    text = f"mend: {mend.changed:,} line{'s' * (mend.changed != 1)} of the given program changed"
    if mend.rewritten:
        return (
            f"{text}, over half of it: rewritten; the smallest known mend changes {mend.smallest:,}"
        )
    if mend.changed == mend.smallest:
        return f"{text}; no smaller mend is known"
    return f"{text}; the smallest known mend changes {mend.smallest:,}"


def _limits(limits: Limits, failure: Failure | None) -> str:
    text = (
        f"limits: {duration(limits.cpu_seconds)} CPU, {duration(limits.wall_seconds)} wall, "
        f"{_mebibytes(limits.memory_bytes)}"
    )
    clock = failure.clock if failure is not None else None
    if failure is not None and failure.whole_run and limits.run_cpu_seconds is not None:
        text += f" a case; all together {duration(limits.run_cpu_seconds)} CPU"
        text += f", {duration(limits.run_wall_seconds or 0.0)} wall"
    if clock == "steps":
        text += "; the steps ran out, not the time"
    elif clock is not None:
        text += f"; the {'CPU' if clock == 'cpu' else 'wall'} clock fired"
    if limits.close_call:
        text += "; this was close to the limit"
    return text


def duration(seconds: float) -> str:
    """Return seconds with three digits, in milliseconds where they are few."""
    return f"{seconds:.3g} s" if seconds >= 0.1 else f"{seconds * 1000:.3g} ms"


def _mebibytes(size: int) -> str:
    return f"{size / MIB:.0f} MiB" if size >= 10 * MIB else f"{size / MIB:.1f} MiB"
