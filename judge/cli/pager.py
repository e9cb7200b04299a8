"""Long text through the pager of whoever reads it, on a terminal and only there."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from judge.cli import render
from judge.cli.options import console_on

if TYPE_CHECKING:
    from rich.console import Console

#: Exit statuses of a shell for a command that cannot be run.
UNRUNNABLE = (126, 127)
#: For `less` where its user has set nothing: end if it fits, take colours, leave the text there.
LESS = "FRX"


@contextmanager
def paged() -> "Iterator[Console]":
    """Give a console whose output goes to the pager, if it is longer than the screen.

    Where there is no terminal or no pager that works, it goes to standard output.
    """
    watched = sys.stdout.isatty() and sys.stdin is not None and sys.stdin.isatty()
    command = pager_command(os.environ) if watched else None
    console = console_on(sys.stdout)
    if command is not None and not _is_less(command):
        # Other pagers may show escape codes as they are written.
        console = render.open_console(sys.stdout, plain=True)
    with console.capture() as captured:
        yield console
    text = captured.get()
    fits = text.count("\n") < shutil.get_terminal_size().lines
    if command is None or fits or not _ran(command, text):
        sys.stdout.write(text)


def pager_command(environment: Mapping[str, str]) -> str | None:
    """Return the shell command of the pager: PAGER's, or less where there is none; None if none."""
    command = environment.get("PAGER", "less").strip()
    if environment.get("TERM") == "dumb" or not command:
        return None
    try:
        words = shlex.split(command)
    except ValueError:
        return None
    if not words or words[0] == "cat" or shutil.which(words[0]) is None:
        return None
    if _is_less(command):
        return shlex.join([words[0], "-R"]) + command.removeprefix(words[0])
    return command


def _is_less(command: str) -> bool:
    return os.path.basename(command.split(maxsplit=1)[0]) == "less"  # noqa: PTH119 - a word, not a path


def _ran(command: str, text: str) -> bool:
    """Show a text in the pager until its reader has had enough; return False if there is none."""
    environment = {"LESS": LESS, **os.environ}
    sys.stdout.flush()
    try:
        process = subprocess.Popen(
            ["/bin/sh", "-c", command], stdin=subprocess.PIPE, env=environment
        )
    except OSError:
        return False
    # Ctrl-C is for the pager. It was started first, so it does not inherit our deafness.
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert process.stdin is not None
        with suppress(BrokenPipeError), process.stdin as pipe:
            pipe.write(text.encode(sys.stdout.encoding, "backslashreplace"))
        return process.wait() not in UNRUNNABLE
    finally:
        signal.signal(signal.SIGINT, heard)
