"""Notice changes of files by polling, for `--watch` of `judge submit`, `run` and `verify`."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import read_submission
from judge.errors import UsageError
from judge.values import escape

if TYPE_CHECKING:
    from judge.submission import Submission

LOOK_SECONDS = 0.2

Stamp = tuple[int, int, int] | None


def watched(file: str, *, quiet: bool = False) -> "Iterator[Submission]":
    """Yield the submission now and after each change, and tell on standard error what happens.

    A file that cannot be read is told and waited for. Unless `quiet`, each time has its number and
    the time of day: two equal results are two.
    """
    number = 0
    for _ in changes(Path(file)):
        try:
            submission = read_submission(file)
        except UsageError as error:
            click.echo(
                f"judge: {escape(str(error), 600)}; waiting for it; Ctrl-C ends it", err=True
            )
            continue
        number += 1
        if not quiet:
            click.echo(f"--- {number}, {datetime.now():%H:%M:%S} ---", err=True)  # noqa: DTZ005 - a clock on the wall
        yield submission
        if not quiet:
            click.echo(f"\nwatching {escape(file, 200)}; Ctrl-C ends it\n", err=True)


def changes(path: Path, sleep: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield at once, and again whenever the file has changed; never end.

    Editors save by renaming a new file into place, so the file may be gone for a moment.
    """
    return _changes(lambda: _stamp(path), sleep)


def folder_changes(
    folders: Iterable[Path], sleep: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Yield at once, and again whenever a file below one of the folders has; never end."""
    return _changes(lambda: _stamps(folders), sleep)


def _changes(look: Callable[[], object], sleep: Callable[[float], None]) -> Iterator[None]:
    seen = look()
    yield
    while True:
        sleep(LOOK_SECONDS)
        now = look()
        if now is not None and now != seen:
            seen = now
            yield


def _stamps(folders: Iterable[Path]) -> dict[Path, Stamp]:
    """Return what tells each file below the folders from an older one of its name."""
    paths = (path for folder in folders for path in folder.rglob("*"))
    return {path: _stamp(path) for path in paths if path.suffix != ".pyc" and path.is_file()}


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
