"""What a submission says of itself: the line that raised, the traceback, its own prints."""

from rich.cells import cell_len
from rich.console import Console

from judge.cli.render.console import block, middle_out, say, say_lines
from judge.cli.render.context import ReportContext
from judge.notes import ExceptionInfo
from judge.reports import Failure, Played
from judge.values import escape

PRINTED_LINES = 20
PRINTED_CHARACTERS = 300
TRACEBACK_LINES = 30
SOURCE_CHARACTERS = 200


def show_exception(
    console: Console,
    exception: ExceptionInfo | None,
    context: ReportContext,
    failure: Failure | None = None,
    *,
    title: str = "",
) -> None:
    """Print an exception, or `title` in its place, with the line that raised and the way there."""
    if exception is None:
        return
    say(console, "")
    text = f"{escape(exception.type, 120)}: {escape(exception.message, 1_000)}"
    say(console, title or text.removesuffix(": "), "bold")
    line = exception.line or (failure.line if failure is not None else None)
    show_source_line(console, line, failure.column if failure is not None else None, context)
    show_traceback(console, exception)


def show_traceback(console: Console, exception: ExceptionInfo) -> None:
    """Print a traceback, folded and cut to a screenful."""
    lines = escape(exception.traceback, 64_000, keep="\n").rstrip().split("\n")
    # Two lines say no more than what stands above them.
    if len(lines) > 3:
        block(console, middle_out(_folded(lines), TRACEBACK_LINES))


def show_source_line(
    console: Console, line: int | None, column: int | None, context: ReportContext
) -> None:
    """Print a place in the submission, the source line there, and a caret at the column."""
    if line is None:
        return
    source = (context.source or "").split("\n")
    text = source[line - 1].rstrip() if 0 < line <= len(source) else ""
    place = f"{escape(context.file, 200)}:{line}"
    say(console, f"  {place}{f':{column}' if column is not None else ''}")
    if text:
        say_lines(console, [f"  {_source(text)}"])
    if text and column is not None and 0 < column <= min(len(text) + 1, SOURCE_CHARACTERS):
        say_lines(console, [f"  {' ' * cell_len(_source(text[: column - 1]))}^"])


def _source(text: str) -> str:
    return escape(text.expandtabs(4), SOURCE_CHARACTERS)


def show_printed(console: Console, case: Failure | Played) -> None:
    """Print what the submission printed in this case, and apart from it while it was loading."""
    show_prints(console, "Your program printed", case.stdout, left_out=case.stdout_left_out)
    show_prints(console, "While it was loading it printed", case.stdout_loading)


def show_prints(
    console: Console, title: str, text: str, *, left_out: int = 0, lines: int = PRINTED_LINES
) -> None:
    """Print a text behind a bar; of a long one the middle is left out, and counted.

    `left_out` bytes are missing in its middle already.
    """
    if not text:
        return
    say(console, "")
    say(console, title, "bold")
    printed = text.expandtabs(4).rstrip("\n").split("\n")
    shown = middle_out(printed, lines)
    if left_out and len(printed) > lines:
        half = lines // 2
        dropped = sum(len(line.encode("utf-8", "replace")) + 1 for line in printed[half:-half])
        mark = f"... some {left_out + dropped:,} more bytes ..."
        shown = [*printed[:half], mark, *printed[-half:]]
    block(console, [escape(line, PRINTED_CHARACTERS) for line in shown])


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
