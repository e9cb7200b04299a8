"""What people read in a terminal: the verdict first, then what to do about it.

Text of submissions goes through `display.safe` and into `Text`, never into rich's markup.
"""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from judge.cli.console import ascii_only, say, say_lines, say_text
from judge.cli.render.calls import Mark, call_rows, call_table
from judge.cli.render.context import Subject
from judge.cli.render.difference import answer_lines, first_parts
from judge.cli.render.literals import short_literal
from judge.cli.render.source import (
    show_exception,
    show_printed,
    show_source_line,
    show_traceback,
)
from judge.cli.render.tree import ASCII, UNICODE, Strokes, draw_arguments
from judge.kinds import CODE_POINTS, alike, call_named
from judge.notes import ExceptionInfo
from judge.reports import Failure, Ladder, Limits, Played, Report, Runtime
from judge.values import safe
from judge.verdict import Verdict

STYLES = {
    Verdict.ACCEPTED: "bold green",
    Verdict.WRONG_ANSWER: "bold red",
    Verdict.TIME_LIMIT_EXCEEDED: "bold yellow",
    Verdict.MEMORY_LIMIT_EXCEEDED: "bold yellow",
    Verdict.RUN_TIME_ERROR: "bold red",
    Verdict.OUTPUT_LIMIT_EXCEEDED: "bold yellow",
    Verdict.DOES_NOT_LOAD: "bold magenta",
    Verdict.RULE_VIOLATION: "bold red",
    Verdict.INTERNAL_ERROR: "bold white on red",
}
MIB = 1024 * 1024
TIMED_OUT = "It was here when time ran out"
GROUP_WORDS = {"live": "fresh"}
#: What goes over these limits at one size does so at larger ones; a wrong answer need not.
GROWING = {Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED}


def show_report(console: Console, report: Report, subject: Subject) -> None:
    """Print a report: verdict, counts, the counterexample, and what may help."""
    show_verdict(console, report, subject)
    show_measured(console, report, subject)


def show_verdict(console: Console, report: Report, subject: Subject) -> None:
    """Print what is known before anything is timed: verdict, counts and the counterexample."""
    _verdict_line(console, report, subject)
    _counts(console, report)
    if report.failure is not None:
        _failure(console, report, report.failure, subject)
    elif report.verdict is not Verdict.ACCEPTED or not report.cases.groups:
        say(console, safe(report.summary, 2_000))


def show_measured(console: Console, report: Report, subject: Subject) -> None:
    """Print the rest of a report: what was measured, notes, and how to play it again."""
    _figures(console, report)
    for note in report.notes:
        at = f"line {note.line}: " if note.line is not None else ""
        say(console, f"note: {at}{safe(note.message, 600)}", "cyan")
    _isolation(console, report)
    commands = [command for command in (subject.replay, subject.test) if command]
    if report.failure is not None and commands:
        say(console, "")
        say(console, "Play it again:", "bold")
        for command in commands:
            # Never wrapped: a command is copied whole.
            console.print(Text("  " + command), soft_wrap=True)


def show_changed(console: Console, report: Report, subject: Subject) -> None:
    """Print a report whose verdict is another than was shown before it was timed."""
    say(console, "")
    say(console, "It failed after that, while it was measured. The verdict is:", "bold")
    show_report(console, report, subject)


def show_played(console: Console, played: Played, subject: Subject, number: int) -> None:
    """Print one input of `judge run` with both answers."""
    head = Text(f"{played.group} {number}: ")
    head.append(f"{played.verdict} {played.verdict.words}", STYLES[played.verdict])
    head.append(f"   {_seconds(played.cpu_seconds)} CPU", "dim")
    say_text(console, head)
    mark = _mark(played.verdict, played.message, played.exception, subject)
    _input(console, played.arguments, played.expected, played.actual, subject, mark)
    if played.verdict is Verdict.ACCEPTED:
        _accepted(console, played.actual, subject)
    elif played.verdict is Verdict.WRONG_ANSWER:
        _answers(console, played.expected, played.actual, subject, played.message)
    else:
        _no_answer(console, played.expected, played.exception, subject)
    if played.verdict is not Verdict.ACCEPTED and played.exception is None:
        say(console, f"  {safe(played.message, 1_000)}")
    show_exception(console, played.exception, subject)
    show_printed(console, played.stdout)
    say(console, "")


def _verdict_line(console: Console, report: Report, subject: Subject) -> None:
    line = Text()
    line.append(f"{report.verdict} {report.verdict.words}", STYLES[report.verdict])
    line.append(f"   {safe(report.problem.slug, 80)}, {safe(subject.file, 200)}", "dim")
    say_text(console, line)


def _counts(console: Console, report: Report) -> None:
    cases = report.cases
    if not cases.groups or report.verdict is Verdict.DOES_NOT_LOAD:
        return
    # After the first failing case nothing more is played: "edge 0/260" would tell a lie.
    failed = report.failure.group if report.failure is not None else ""
    parts = [
        f"{GROUP_WORDS.get(name, safe(name, 40))} {group.passed}/{group.total}"
        for name, group in cases.groups.items()
        if group.passed or name == failed
    ]
    stop = ", then it stopped" if failed else ""
    groups = f" ({', '.join(parts)})" if parts else ""
    say(console, f"{cases.passed} of {cases.total} cases passed{stop}{groups}")


def _failure(console: Console, report: Report, failure: Failure, subject: Subject) -> None:
    say(console, "")
    if report.verdict is Verdict.DOES_NOT_LOAD:
        _not_loading(console, failure, subject)
    else:
        _not_passing(console, report.verdict, failure, subject)
    show_printed(console, failure.stdout)


def _not_loading(console: Console, failure: Failure, subject: Subject) -> None:
    say(console, safe(failure.message, 2_000))
    exception = failure.exception
    line = failure.line or (exception.line if exception is not None else None)
    show_source_line(console, line, failure.column, subject)
    # One frame says no more than the line above; the way through several does.
    if exception is not None and exception.traceback.count("  File ") > 1:
        show_traceback(console, exception)


def _not_passing(console: Console, verdict: Verdict, failure: Failure, subject: Subject) -> None:
    if failure.arguments is not None:
        say(console, _title(verdict, failure), "bold")
        mark = _mark(verdict, failure.message, failure.exception, subject)
        _input(console, failure.arguments, failure.expected, failure.actual, subject, mark)
    if verdict is Verdict.WRONG_ANSWER:
        _answers(console, failure.expected, failure.actual, subject, failure.message)
    elif verdict is Verdict.RUN_TIME_ERROR:
        _no_answer(console, failure.expected, failure.exception, subject)
    # The message of a run-time error repeats the exception, which is shown below.
    if failure.exception is None or verdict is not Verdict.RUN_TIME_ERROR:
        say(console, f"  {safe(failure.message, 2_000)}")
    if failure.state_leak:
        _leak(console, failure)
    if failure.exception is None:
        show_source_line(console, failure.line, failure.column, subject)
    title = TIMED_OUT if verdict is Verdict.TIME_LIMIT_EXCEEDED else ""
    show_exception(console, failure.exception, subject, failure, title=title)


def _title(verdict: Verdict, failure: Failure) -> str:
    group = GROUP_WORDS.get(failure.group, safe(failure.group, 40))
    article = "an" if group[:1] in "aeiou" else "a"
    if failure.size is not None and verdict in GROWING:
        return f"The smallest size that fails ({group} case): n = {failure.size:,}"
    if failure.size is not None:
        return f"It fails on {article} {group} case, n = {failure.size:,}"
    if failure.minimal:
        return f"The smallest failing input (from {article} {group} case)"
    return f"A failing input ({group} case)"


def _mark(
    verdict: Verdict, message: str, exception: ExceptionInfo | None, subject: Subject
) -> Mark | None:
    """Return which calls of a class problem to mark: the one that the message blames, or none.

    Where no one is named, those that differ, unless many answers are right.
    """
    index = call_named(message)
    if verdict is Verdict.RUN_TIME_ERROR and index is not None and exception is not None:
        return Mark(index, exception.type)
    if verdict is Verdict.WRONG_ANSWER and (index is not None or subject.ordered):
        return Mark(index)
    return None


def _input(
    console: Console,
    arguments: Any,
    expected: Any,
    actual: Any,
    subject: Subject,
    mark: Mark | None,
) -> None:
    interface = subject.interface
    if arguments is None:
        return
    if interface is not None and interface.kind == "class" and isinstance(arguments, dict):
        rows = call_rows(arguments, expected, actual, mark)
        plain = ascii_only(console)
        table = call_table(rows, ascii_only=plain, one_of_many=not subject.ordered)
        console.print(Padding(table, (0, 0, 0, 2), expand=False))
        return
    if interface is not None and isinstance(arguments, dict):
        lines = draw_arguments(interface, arguments, console.width - 2, _strokes(console))
    elif isinstance(arguments, dict):
        lines = [f"{safe(str(name), 80)} = {short_literal(v)}" for name, v in arguments.items()]
    else:
        lines = [short_literal(arguments)]
    say_lines(console, lines)


def _accepted(console: Console, actual: Any, subject: Subject) -> None:
    if not _in_table(subject):
        say(console, f"  answer  {short_literal(actual)}")


def _in_table(subject: Subject) -> bool:
    """Whether the table of calls has shown both answers already."""
    return subject.interface is not None and subject.interface.kind == "class"


def _answers(console: Console, expected: Any, actual: Any, subject: Subject, message: str) -> None:
    if _in_table(subject):
        return
    say_lines(console, answer_lines(expected, actual, console.width - 2, mark=subject.ordered))
    where, one, other = first_parts(expected, actual)
    words = alike(one, other)
    # A package's own checker may know nothing of what a person cannot see.
    if words and CODE_POINTS not in message:
        say(console, f"  {f'at {where} ' if where else ''}{words}")


def _no_answer(
    console: Console, expected: Any, exception: ExceptionInfo | None, subject: Subject
) -> None:
    if _in_table(subject):
        return
    instead = f"raised {safe(exception.type, 120)}" if exception is not None else "no answer"
    say_lines(console, [f"expected  {short_literal(expected)}", f"actual    {instead}"])


def _leak(console: Console, failure: Failure) -> None:
    say(console, "Alone, this input passes: an earlier call leaves state behind.", "bold")
    for number, call in enumerate(failure.calls or (), 1):
        say(console, f"  call {number}: {short_literal(call)}")


def _figures(console: Console, report: Report) -> None:
    """Print what was measured, where it was."""
    if report.verdict is Verdict.DOES_NOT_LOAD:
        return
    say(console, "")
    runtime = report.runtime
    if runtime is not None:
        say(console, _runtime(runtime) + _growth(report))
    elif report.growth is not None:
        # Not the input that took too long: that may be the worst of its size.
        say(console, "runtime: on typical inputs it" + _growth(report).removeprefix(","))
    if report.ladder is not None:
        say(console, _ladder(report.ladder))
    peak = report.memory.peak_bytes if report.memory is not None else None
    if report.memory is not None and peak is not None:
        beside = _memory_ratio(peak, report.memory.reference_peak_bytes)
        method = safe(report.memory.method, 40)
        say(console, f"memory: {beside}peak {_mebibytes(peak)} ({method})")
    if report.limits is not None:
        clock = report.failure.clock if report.failure is not None else None
        say(console, _limits(report.limits, clock))


def _runtime(runtime: Runtime) -> str:
    ratio, low, high = (_times(x) for x in (runtime.ratio, runtime.low, runtime.high))
    return (
        f"runtime: {ratio}x the reference ({low}-{high}), "
        f"{_seconds(runtime.cpu_seconds)} against {_seconds(runtime.reference_cpu_seconds)} a call"
    )


def _growth(report: Report) -> str:
    """Return how time grows, in the words that end the line of the runtime."""
    growth = report.growth.time if report.growth is not None else None
    if growth is None:
        return ""
    text = f", grows like {safe(growth.measured, 20)}"
    if growth.agrees:
        return f"{text}, as declared"
    if growth.also_consistent_with:
        text += f" (or {', '.join(safe(name, 20) for name in growth.also_consistent_with)})"
    if growth.declared is not None and growth.agrees is False:
        text += f"; declared was {safe(growth.declared, 60)}"
    if growth.reference is not None and growth.reference not in (
        growth.measured, *growth.also_consistent_with
    ):  # fmt: skip
        text += f"; the reference grows like {safe(growth.reference, 20)}"
    return text


def _memory_ratio(peak: int, reference: int | None) -> str:
    return "" if not reference else f"{_times(peak / reference)}x the reference, "


def _times(ratio: float) -> str:
    """Return a ratio with as many digits as people compare."""
    return f"{ratio:.2f}" if ratio < 9.995 else f"{ratio:.1f}" if ratio < 99.95 else f"{ratio:.0f}"


def _ladder(ladder: Ladder) -> str:
    rungs = [f"{safe(rung.name, 60)} {_times(rung.ratio)}x" for rung in ladder.rungs]
    text = f"ladder: place {ladder.rank} of {ladder.of} beside the package's accepted solutions"
    return f"{text} (fastest {rungs[0]}, slowest {rungs[-1]})" if rungs else text


def _limits(limits: Limits, clock: str | None) -> str:
    text = (
        f"limits: {_seconds(limits.cpu_seconds)} CPU, {_seconds(limits.wall_seconds)} wall, "
        f"{_mebibytes(limits.memory_bytes)}"
    )
    if clock is not None:
        text += f"; the {'CPU' if clock == 'cpu' else 'wall'} clock fired"
    if limits.close_call:
        text += "; this was close to the limit"
    return text


def _isolation(console: Console, report: Report) -> None:
    isolation = report.isolation
    if isolation.tier == "full":
        return
    missing = ", ".join(safe(name, 80) for name in isolation.missing)
    lost = f" (missing: {missing})" if missing else ""
    text = f"isolation: {isolation.tier}, not full{lost}; `judge doctor` tells more"
    say(console, text, "yellow")


def _seconds(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds >= 0.1 else f"{seconds * 1000:.3g} ms"


def _mebibytes(size: int) -> str:
    return f"{size / MIB:.0f} MiB" if size >= 10 * MIB else f"{size / MIB:.1f} MiB"


def _strokes(console: Console) -> Strokes:
    return ASCII if ascii_only(console) else UNICODE
