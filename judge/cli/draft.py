"""A text that a person writes in their editor; it survives whatever happens meanwhile."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from judge.cache import read_own_file, write_atomically
from judge.errors import HostError, UsageError
from judge.records import dataclass
from judge.values import escape

MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and in how many minutes; None where it came from standard input."""

    text: str
    minutes: float | None = None


def written_in_editor(path: Path, first: str) -> Written:
    """Open an editor on a file and return what it holds afterwards.

    A file that is there already was left behind, and goes on as it is; else it begins with `first`.
    It is the caller's to remove. Raises `UsageError` and `HostError`.
    """
    try:
        if not path.exists():
            write_atomically(path, first.encode("utf-8", "replace"))
        began = time.monotonic()
        with _deaf():
            click.edit(filename=path)
        data = _left(path)
    except (click.ClickException, ValueError) as error:
        # Words of ours: an editor that cannot be started, VISUAL with an open quote, a huge file.
        reason = error.message if isinstance(error, click.ClickException) else str(error)
        raise UsageError(
            f"{escape(reason, 300)}; set VISUAL or EDITOR to an editor that waits until you "
            f"are done. What you wrote is in {path}"
        ) from None
    except OSError as error:
        raise HostError(f"cannot write {path}: {error.strerror}") from None
    minutes = round((time.monotonic() - began) / 60, 1)
    return Written(_decoded(data, str(path)), minutes)


def _left(path: Path) -> bytes:
    """Return what an editor left; one that removed the file left nothing."""
    try:
        return read_own_file(path, MOST_BYTES)
    except FileNotFoundError:
        return b""


def written_on_stdin() -> Written:
    """Return what standard input holds. Raises `UsageError`."""
    data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(data) > MOST_BYTES:
        raise UsageError("standard input has more than 1 MiB; an answer is a page or two")
    return Written(_decoded(data, "standard input"))


def _decoded(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{place} is no text in UTF-8") from None


@contextmanager
def _deaf() -> Iterator[None]:
    """Leave Ctrl-C to the editor, which shares our terminal.

    A handler of ours, since the editor would inherit a signal that is ignored.
    """
    heard = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)
