"""The files of a package: what belongs to it, and what must not lie in its folder."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from judge.errors import Fault, ProblemError
from judge.problems.folders import LITTER
from judge.records import dataclass

#: What editors, version control and interpreters leave behind belongs to no package.
LEFT_BEHIND = ("~", ".swp", ".swo", ".bak", ".orig", ".rej", ".tmp", ".pyc")
#: The folder whose modules packages may import.
SHARED = "_shared"
#: Where the judge's own packages lie in a wheel and in a checkout, from `judge/`.
BUNDLED = ("_packages/problems", "../problems")
#: Where a package may keep its samples itself. What they are decides nothing but the reference.
SOLUTIONS = "solutions"
#: Larger files are made by data.py; more files are some other folder.
FILE_BYTES, MOST_FILES = 16 * 1024 * 1024, 1000
_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a package: its name below the package's folder, and where it lies."""

    name: str
    path: Path


def parts_of(folder: Path) -> list[Part]:
    """Return the files of a package, sorted by name, and read none of them.

    Raises `ProblemError` with all that is neither a file of a package nor left behind by a tool.
    """
    faults: list[Fault] = []
    parts = sorted(_parts(folder, "", faults), key=lambda part: part.name)
    if len(parts) > MOST_FILES:
        faults.append(_fault(folder, f"it holds over {MOST_FILES} files", "Remove the others"))
    if faults:
        raise ProblemError(folder.name, faults)
    return parts


def read_part(path: Path) -> bytes:
    """Return the content of a file. Raises `OSError` unless it is one, and not too large."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        reason = _flaw(os.fstat(file.fileno()))
        if reason is not None:
            raise OSError(reason)
        return file.read(FILE_BYTES)


def base_of(folder: Path) -> str | None:
    """Return the name of the package whose cases a package takes; None if it has its own.

    A name that no package can have is None as well: validation says what is wrong with it.
    """
    try:
        text = read_part(folder / "problem.toml")
        table = _debug_table(text.decode()) if b"debug" in text else None
    except (OSError, ValueError, RecursionError):
        return None
    name = table.get("base") if isinstance(table, dict) else None
    return name if isinstance(name, str) and _NAME.fullmatch(name) else None


def _debug_table(text: str) -> object:
    import tomllib  # noqa: PLC0415 - nearly all packages need no parser to know that they have none

    return tomllib.loads(text).get("debug")


def shared_folder(folder: Path) -> Path:
    """Return the folder `_shared` of a package: the one beside it, else that of the judge's own."""
    beside = folder.parent / SHARED
    if beside.is_dir():
        return beside
    judge = Path(__file__).parents[1]
    found = (judge / place / SHARED for place in BUNDLED)
    return next((one.resolve() for one in found if one.is_dir()), beside)


def is_left_behind(name: str) -> bool:
    """Whether a tool left a file or folder of this name behind."""
    hidden = name.startswith((".", "#"))
    return hidden or name in LITTER or name.endswith(LEFT_BEHIND)


def _parts(folder: Path, above: str, faults: list[Fault]) -> Iterator[Part]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        faults.append(_fault(folder, f"it cannot be read: {error.strerror}", "Change its mode"))
        return
    for entry in entries[: MOST_FILES + 1]:
        path = Path(entry.path)
        if is_left_behind(entry.name) or (not above and entry.name == SOLUTIONS):
            continue
        if not entry.name.isprintable():
            faults.append(_fault(path, "its name is not printable text in UTF-8", "Rename it"))
        elif entry.is_symlink() and path.is_dir():
            faults.append(_fault(path, "it is a link to a folder", "Copy the folder here"))
        elif entry.is_dir():
            yield from _parts(path, f"{above}{entry.name}/", faults)
        else:
            reason = _unfit(path)
            if reason is None:
                yield Part(f"{above}{entry.name}", path)
            else:
                faults.append(_fault(path, reason, "Remove it, or write it anew"))


def _unfit(path: Path) -> str | None:
    """Return why a path is no file of a package, or None."""
    try:
        found = path.stat()
        if (reason := _flaw(found)) is None and not os.access(path, os.R_OK):
            reason = "it cannot be read: Permission denied"
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
    return reason


def _flaw(found: os.stat_result) -> str | None:
    if not stat.S_ISREG(found.st_mode):
        return "it is no regular file"
    if found.st_size > FILE_BYTES:
        return f"it is larger than {FILE_BYTES // 2**20} MiB; data.py can make large files"
    return None


def _fault(path: Path, reason: str, mend: str) -> Fault:
    return Fault(str(path), "", reason, mend)
