"""Lines on a console: folded at words in a terminal, whole in a file or a pipe."""

import os
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import IO, Literal

from rich.console import Console
from rich.text import Text
from rich.theme import Theme


class _OurConsole(Console):
    """rich ends the process with status 1 when the reader is gone: to us that is "not accepted"."""

    def on_broken_pipe(self) -> None:
        """Let the one place that tells errors tell this one too."""
        raise BrokenPipeError


#: Of rich's styles for Markdown those with colours: on a ground of any colour these are readable.
STYLES = {
    "markdown.block_quote": "italic",
    "markdown.code": "bold",
    "markdown.h2": "bold underline",
    "markdown.h3": "bold",
    "markdown.h4": "italic",
    "markdown.item.number": "bold",
    "markdown.kbd": "bold",
    "markdown.link": "underline",
    "markdown.link_url": "underline",
    "markdown.list": "none",
    "markdown.table.border": "dim",
    "markdown.table.header": "bold",
}
#: A screen of which nothing is known.
COLUMNS, LINES = 80, 24


def open_console(stream: IO[str], *, plain: bool) -> Console:
    """Return a console on `stream`; `plain` means not one escape code.

    Lines are folded where `stream` is a terminal, whether it has colours or not.
    """
    terminal = stream.isatty()
    colours: Literal["auto", "standard"] = "auto"
    if os.environ.get("TERM", "dumb") in {"dumb", "unknown"} or not terminal:
        colours = "standard"  # asked for, though rich would not find that there are any
    return _OurConsole(
        file=stream,
        color_system=None if plain else colours,
        force_terminal=terminal,
        _environ=_possible(os.environ),
        theme=Theme(STYLES),
        highlight=False,
        markup=False,
        emoji=False,
    )


def open_page(stream: IO[str], width: int) -> Console:
    """Return a console that writes a terminal's page of that width, without one escape code."""
    return _OurConsole(
        file=stream,
        width=width,
        color_system=None,
        force_terminal=True,
        _environ={},
        theme=Theme(STYLES),
        highlight=False,
        markup=False,
        emoji=False,
    )


def _possible(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment whose COLUMNS and LINES, if there, are numbers of a screen."""
    found = dict(environment)
    for name, default in (("COLUMNS", COLUMNS), ("LINES", LINES)):
        text = found.get(name, "")
        good = text.isascii() and len(text) <= 4 and text.isdigit() and int(text) > 0
        if text.isdigit() and not good:
            found[name] = str(default)
    return found


def say(console: Console, text: str, style: str = "") -> None:
    """Print safe text."""
    say_text(console, Text(text, style))


def say_text(console: Console, text: Text) -> None:
    """Print safe styled text."""
    # A file or a pipe gets whole lines; a terminal gets them folded at words.
    console.print(text, soft_wrap=not console.is_terminal)


def hang(console: Console, before: str, text: str, style: str = "") -> None:
    """Print a text whose further lines begin where its first one does, in a terminal."""
    lines = [Text(text)]
    if console.is_terminal:
        lines = list(Text(text).wrap(console, max(console.width - len(before), 20)))
    for number, line in enumerate(lines):
        line.rstrip()
        lead = " " * len(before) if number else before
        console.print(Text(f"{lead}{line.plain}", style), soft_wrap=True)


def say_lines(console: Console, lines: Iterable[str], styles: Iterable[str] = ()) -> None:
    """Print drawn lines, indented and never folded; the first ones in `styles`."""
    for line, style in zip(lines, chain(styles, repeat("")), strict=False):
        console.print(Text("  " + line, style), no_wrap=not console.is_terminal, soft_wrap=True)


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
