"""The files of a folder that may be submissions, whatever else lies in it."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from judge import languages
from judge.errors import UsageError

#: More than anybody has solved: who names a home folder is told so in seconds.
MOST_ENTRIES = 200_000
#: Folders of programs that nobody wrote for a problem. Hidden ones are passed over too.
PASSED_OVER = frozenset({"__pycache__", "__MACOSX", "node_modules", "site-packages"})
#: The file that makes a folder a virtual environment (PEP 405).
ENVIRONMENT = "pyvenv.cfg"


@dataclass(slots=True)
class SourceFiles:
    """The files with a language's suffix below a folder, in order, and what could not be read.

    A link to a file is the file, and one that is found twice is there once. Links to folders are
    not followed: nothing outside is walked through, and no loop is endless.
    """

    files: list[Path] = field(default_factory=list)
    unread: dict[Path, str] = field(default_factory=dict)


def find_source_files(folder: Path, most: int = MOST_ENTRIES) -> SourceFiles:
    """Look through a folder and those below it.

    Raises `UsageError` if it is no folder, cannot be read, or holds more than `most` entries.
    """
    if not folder.is_dir():
        what = "is a file: `judge submit` takes it" if folder.exists() else "is not there"
        raise UsageError(f"{str(folder)!r} {what}; name a folder of solutions")
    found, seen = SourceFiles(), set[tuple[int, int]]()
    waiting, entries = [folder], 0
    while waiting:
        here = waiting.pop()
        try:
            inside = sorted(_bounded(here, most - entries), key=lambda entry: entry.name)
        except _TooManyError:
            said = f"{str(folder)!r} holds more than {most:,} files"
            raise UsageError(f"{said}; name the folder of your solutions") from None
        except OSError as error:
            if here == folder:
                raise UsageError(f"cannot read {str(folder)!r}: {reason_of(error)}") from None
            found.unread[here] = reason_of(error)
            continue
        entries += len(inside)
        if any(entry.name == ENVIRONMENT for entry in inside):
            continue
        for entry in inside:
            if _is_source(entry):
                _add(Path(entry.path), found, seen)
        waiting += [Path(entry.path) for entry in reversed(inside) if _is_walked(entry)]
    return found


class _TooManyError(Exception):
    """Raised when a folder holds more entries than are looked at."""


def _bounded(folder: Path, most: int) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for number, entry in enumerate(entries, 1):
            if number > most:
                raise _TooManyError
            yield entry


def _is_walked(entry: "os.DirEntry[str]") -> bool:
    hidden = entry.name.startswith(".") or entry.name in PASSED_OVER
    return not hidden and entry.is_dir(follow_symlinks=False)


def _is_source(entry: "os.DirEntry[str]") -> bool:
    known = languages.LANGUAGES.values()
    suffixes = tuple(suffix for language in known for suffix in language.suffixes)
    return not entry.name.startswith(".") and entry.name.lower().endswith(suffixes)


def _add(path: Path, found: SourceFiles, seen: set[tuple[int, int]]) -> None:
    """Keep a regular file that was not found before; pipes, devices and folders are none."""
    try:
        status = path.stat()
    except OSError as error:
        found.unread[path] = reason_of(error)
        return
    place = status.st_dev, status.st_ino
    if stat.S_ISREG(status.st_mode) and place not in seen:
        seen.add(place)
        found.files.append(path)


def reason_of(error: OSError) -> str:
    """Return why a file or a folder cannot be read, in the system's words."""
    return (error.strerror or type(error).__name__).lower()
