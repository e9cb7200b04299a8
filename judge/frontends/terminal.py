"""What people read in a terminal: the verdict first, then what to do about it.

Text of submissions goes through `display.safe` and into `Text`, never into rich's markup.
"""

import json
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from judge.events import Played
from judge.frontends.calls import call_rows, call_table
from judge.frontends.difference import difference_lines
from judge.frontends.display import safe
from judge.frontends.drawing import ASCII, UNICODE, Strokes, draw_arguments
from judge.frontends.literals import short_literal
from judge.interface import Interface, Kind
from judge.report import Cases, ExceptionInfo, Failure, Limits, Report
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
PRINTED_LINES = 20
TRACEBACK_LINES = 30
MIB = 1024 * 1024
TIMED_OUT = "It was here when time ran out"
GROUP_WORDS = {"live": "fresh"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about, as far as the person's own machine knows it.

    `interface` is None when only a server has the problem, `source` is None when it is no text.
    """

    file: str
    interface: Interface | None = None
    source: str | None = None
    replay: str = ""


#: A longer command is nothing to paste.
REPLAY_CHARACTERS = 2_000


def replay_command(report: Report, file: str) -> str:
    """Return the command that plays the counterexample again; empty when there is none to play."""
    failure = report.failure
    if failure is None or not isinstance(failure.arguments, dict) or failure.size is not None:
        return ""
    given = json.dumps(failure.arguments, ensure_ascii=True)
    command = shlex.join(["judge", "run", report.problem.slug, file, "--input", given])
    return command if len(command) <= REPLAY_CHARACTERS and command.isprintable() else ""


def open_console(stream: IO[str], *, plain: bool) -> Console:
    """Return a console on `stream`; plain means not one escape code."""
    if plain:
        return Console(file=stream, color_system=None, highlight=False, markup=False, emoji=False)
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def show_report(console: Console, report: Report, subject: Subject) -> None:
    """Print a report: verdict, counts, the counterexample, and what may help."""
    _verdict_line(console, report, subject)
    _counts(console, report.cases)
    if report.failure is not None:
        _failure(console, report, report.failure, subject)
    elif report.verdict is not Verdict.ACCEPTED or not report.cases.groups:
        _say(console, safe(report.summary, 2_000))
    _say(console, "")
    _figures(console, report)
    for note in report.notes:
        at = f"line {note.line}: " if note.line is not None else ""
        _say(console, f"note: {at}{safe(note.message, 600)}", "cyan")
    _isolation(console, report)
    if report.failure is not None and subject.replay:
        _say(console, "")
        _say(console, "Play it again:", "bold")
        # Never wrapped: a command is copied whole.
        console.print(Text("  " + subject.replay), soft_wrap=True)


def show_played(console: Console, played: Played, subject: Subject, number: int) -> None:
    """Print one input of `judge run` with both answers."""
    head = Text(f"{played.group} {number}: ")
    head.append(f"{played.verdict} {played.verdict.words}", STYLES[played.verdict])
    head.append(f"   {_seconds(played.cpu_seconds)} CPU", "dim")
    _print(console, head)
    _input(console, played.arguments, played.expected, played.actual, subject)
    if played.verdict is Verdict.ACCEPTED:
        _say(console, f"  answer  {short_literal(played.actual)}")
    else:
        _answers(console, played.expected, played.actual, subject, exception=played.exception)
        if played.exception is None:
            _say(console, f"  {safe(played.message, 1_000)}")
    _exception(console, played.exception, subject)
    _printed(console, played.stdout)
    _say(console, "")


def _verdict_line(console: Console, report: Report, subject: Subject) -> None:
    line = Text(f"{report.verdict} {report.verdict.words}", STYLES[report.verdict])
    line.append(f"   {safe(report.problem.slug, 80)}, {safe(subject.file, 200)}", "dim")
    _print(console, line)


def _counts(console: Console, cases: Cases) -> None:
    if not cases.groups:
        return
    parts = [
        f"{GROUP_WORDS.get(name, safe(name, 40))} {group.passed}/{group.total}"
        for name, group in cases.groups.items()
    ]
    _say(console, f"{cases.passed} of {cases.total} cases passed ({', '.join(parts)})")


def _failure(console: Console, report: Report, failure: Failure, subject: Subject) -> None:
    _say(console, "")
    if report.verdict is Verdict.DOES_NOT_LOAD:
        _say(console, safe(failure.message, 2_000))
    else:
        _say(console, _title(failure), "bold")
        _input(console, failure.arguments, failure.expected, failure.actual, subject)
        if report.verdict in (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR):
            _answers(
                console, failure.expected, failure.actual, subject, exception=failure.exception
            )
        # The message of a run-time error repeats the exception, which is shown below.
        if failure.exception is None or report.verdict is not Verdict.RUN_TIME_ERROR:
            _say(console, safe(failure.message, 2_000))
    if failure.state_leak:
        _leak(console, failure)
    if failure.exception is None:
        _source_line(console, failure.line, failure.column, subject)
    timed_out = report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    _exception(console, failure.exception, subject, failure, title=TIMED_OUT if timed_out else "")
    _printed(console, failure.stdout)


def _title(failure: Failure) -> str:
    group = GROUP_WORDS.get(failure.group, safe(failure.group, 40))
    if failure.size is not None:
        return f"The smallest size that fails ({group} case): n = {failure.size:,}"
    if failure.minimal:
        return f"The smallest failing input (from a {group} case)"
    return f"A failing input ({group} case)"


def _input(console: Console, arguments: Any, expected: Any, actual: Any, subject: Subject) -> None:
    interface = subject.interface
    if arguments is None:
        return
    if interface is not None and interface.kind is Kind.CLASS and isinstance(arguments, dict):
        rows = call_rows(arguments, expected, actual)
        console.print(Padding(call_table(rows, ascii_only=_ascii_only(console)), (0, 0, 0, 2)))
        return
    if interface is not None and isinstance(arguments, dict):
        lines = draw_arguments(interface, arguments, console.width - 2, _strokes(console))
    elif isinstance(arguments, dict):
        lines = [f"{safe(str(name), 80)} = {short_literal(v)}" for name, v in arguments.items()]
    else:
        lines = [short_literal(arguments)]
    _lines(console, lines)


def _answers(
    console: Console,
    expected: Any,
    actual: Any,
    subject: Subject,
    *,
    exception: ExceptionInfo | None,
) -> None:
    if subject.interface is not None and subject.interface.kind is Kind.CLASS:
        return
    if exception is not None:
        _lines(
            console,
            [
                f"expected  {short_literal(expected)}",
                f"actual    raised {safe(exception.type, 120)}",
            ],
        )
        return
    _lines(console, difference_lines(expected, actual, console.width - 2))


def _leak(console: Console, failure: Failure) -> None:
    _say(console, "Alone, this input passes: an earlier call leaves state behind.", "bold")
    for number, call in enumerate(failure.calls or (), 1):
        _say(console, f"  call {number}: {short_literal(call)}")


def _exception(
    console: Console,
    exception: ExceptionInfo | None,
    subject: Subject,
    failure: Failure | None = None,
    *,
    title: str = "",
) -> None:
    if exception is None:
        return
    _say(console, "")
    text = f"{safe(exception.type, 120)}: {safe(exception.message, 1_000)}"
    _say(console, title or text.removesuffix(": "), "bold")
    line = exception.line or (failure.line if failure is not None else None)
    _source_line(console, line, failure.column if failure is not None else None, subject)
    traceback = safe(exception.traceback, 64_000, keep="\n").rstrip().split("\n")
    # Two lines say no more than what stands above them.
    if len(traceback) > 3:
        _block(console, _middle_out(_folded(traceback), TRACEBACK_LINES))


def _source_line(console: Console, line: int | None, column: int | None, subject: Subject) -> None:
    if line is None:
        return
    lines = (subject.source or "").split("\n")
    text = safe(lines[line - 1].rstrip().expandtabs(4), 200) if 0 < line <= len(lines) else ""
    place = f"{safe(subject.file, 200)}:{line}"
    _say(console, f"  {place}{f':{column}' if column is not None else ''}")
    if text:
        _lines(console, [f"  {text}"])
    if text and column is not None and 0 < column <= len(text) + 1:
        _lines(console, [f"  {' ' * (column - 1)}^"])


def _printed(console: Console, stdout: str) -> None:
    if not stdout:
        return
    _say(console, "")
    _say(console, "Your program printed", "bold")
    lines = safe(stdout, 16_000, keep="\n").rstrip("\n").split("\n")
    _block(console, _middle_out([line.replace("\\t", "    ") for line in lines], PRINTED_LINES))


def _figures(console: Console, report: Report) -> None:
    """Print what was measured, where it was."""
    runtime = report.runtime
    if runtime is not None:
        interval = f"{runtime.low:.2f} to {runtime.high:.2f}"
        _say(console, f"runtime: {runtime.ratio:.2f} x the reference (95 %: {interval})")
    peak = report.memory.peak_bytes if report.memory is not None else None
    if report.memory is not None and peak is not None:
        _say(console, f"memory: peak {_mebibytes(peak)} ({safe(report.memory.method, 40)})")
    if report.limits is not None and report.verdict is not Verdict.DOES_NOT_LOAD:
        clock = report.failure.clock if report.failure is not None else None
        _say(console, _limits(report.limits, clock))


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
    _say(console, text, "yellow")


def _seconds(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds >= 0.1 else f"{seconds * 1000:.3g} ms"


def _mebibytes(size: int) -> str:
    return f"{size / MIB:.0f} MiB" if size >= 10 * MIB else f"{size / MIB:.1f} MiB"


def _folded(lines: list[str]) -> list[str]:
    """Return a traceback with the frames of a recursion shown twice and then counted."""
    shown: list[str] = []
    place = 0
    while place < len(lines):
        times = _repeats(lines, place)
        if times == 1:
            shown.append(lines[place])
            place += 1
            continue
        shown += lines[place : place + 4]
        if times > 2:
            shown.append(f"  ... {times - 2:,} more times the same ...")
        place += 2 * times
    return shown


def _repeats(lines: list[str], place: int) -> int:
    """Return how many times in a row the two lines of a frame stand at `place`."""
    frame, times = lines[place : place + 2], 1
    while len(frame) == 2 and lines[place + 2 * times : place + 2 * times + 2] == frame:
        times += 1
    return times


def _middle_out(lines: list[str], most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    head, tail = most // 2, most - most // 2
    return [*lines[:head], f"... {len(lines) - most:,} more lines ...", *lines[-tail:]]


def _block(console: Console, lines: Iterable[str]) -> None:
    bar = "| " if _ascii_only(console) else "│ "
    for line in lines:
        _print(console, Text(f"  {bar}{line}", "dim"))


def _lines(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.print(Text("  " + line), no_wrap=not console.is_terminal, soft_wrap=True)


def _say(console: Console, text: str, style: str = "") -> None:
    _print(console, Text(text, style))


def _print(console: Console, text: Text) -> None:
    # A file or a pipe gets whole lines; a terminal gets them folded at words.
    console.print(text, soft_wrap=not console.is_terminal)


def _ascii_only(console: Console) -> bool:
    return not console.encoding.startswith("utf")


def _strokes(console: Console) -> Strokes:
    return ASCII if _ascii_only(console) else UNICODE
