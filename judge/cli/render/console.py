"""Lines on a console: folded at words in a terminal, whole in a file or a pipe."""

from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.text import Text


class _OurConsole(Console):
    """rich ends the process with status 1 when the reader is gone: to us that is "not accepted"."""

    def on_broken_pipe(self) -> None:
        """Let the one place that tells errors tell this one too."""
        raise BrokenPipeError


def open_console(stream: IO[str], *, plain: bool) -> Console:
    """Return a console on `stream`; plain means not one escape code."""
    if plain:
        return _OurConsole(
            file=stream, color_system=None, highlight=False, markup=False, emoji=False
        )
    return _OurConsole(file=stream, highlight=False, markup=False, emoji=False)


def say(console: Console, text: str, style: str = "") -> None:
    """Print safe text."""
    say_text(console, Text(text, style))


def say_text(console: Console, text: Text) -> None:
    """Print safe styled text."""
    # A file or a pipe gets whole lines; a terminal gets them folded at words.
    console.print(text, soft_wrap=not console.is_terminal)


def say_lines(console: Console, lines: Iterable[str]) -> None:
    """Print drawn lines, indented and never folded."""
    for line in lines:
        console.print(Text("  " + line), no_wrap=not console.is_terminal, soft_wrap=True)


def block(console: Console, lines: Iterable[str]) -> None:
    """Print somebody else's lines, each behind a bar."""
    bar = "| " if ascii_only(console) else "│ "
    for line in lines:
        say_text(console, Text(f"  {bar}{line}", "dim"))


def ascii_only(console: Console) -> bool:
    """Whether the console has no box characters."""
    return not console.encoding.startswith("utf")


def middle_out(lines: list[str], most: int) -> list[str]:
    """Return at most that many lines: the middle is left out and counted."""
    if len(lines) <= most:
        return lines
    head, tail = most // 2, most - most // 2
    return [*lines[:head], f"... {len(lines) - most:,} more lines ...", *lines[-tail:]]
