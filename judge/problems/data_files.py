"""Data files: large files that a package's data.py makes once, shared read-only by all runs.

They lie in `<cache>/data/<slug>-<hash of data.py>/files/`, and `sound.json` next to that folder is
a marker with the size and the checksum of each file.

Files are used only if the marker matches: if a time of change differs the file is read and
compared, and if that differs too, all files are made again (`data_making`).
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

from judge import problems
from judge.cache import JSON_BYTES, read_own_file
from judge.errors import HostError
from judge.events import DataBuilding
from judge.problems.author.call import MAKER
from judge.problems.problem import Problem
from judge.settings import Settings
from judge.values import Interface, Shape

FILES = "files"
MARKER = "sound.json"


def data_folder(problem: Problem, settings: Settings) -> Path | None:
    """Return the folder of a package's data files; None if it has none.

    It depends on data.py alone, so a change of the statement does not make the files again.
    """
    maker = problem.home.folder / MAKER
    if not maker.is_file():
        return None
    key = hashlib.sha256(maker.read_bytes()).hexdigest()[:16]
    return settings.cache_dir.absolute() / "data" / f"{problem.home.slug}-{key}" / FILES


def ready_data(problem: Problem, settings: Settings) -> Generator[DataBuilding, None, Path | None]:
    """Make a package's data files unless they exist and are sound; return their folder.

    Raises `HostError` if they cannot be stored.
    """
    folder = data_folder(problem, settings)
    if folder is None:
        return None
    if is_sound(folder.parent):
        _note_use(folder.parent)
        return folder
    try:
        yield from problems.make_data(problem, folder.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise HostError(
            f"cannot keep the data of {problem.slug} in {folder}: {reason}. Set JUDGE_CACHE_DIR"
        ) from None
    return folder


def data_names(interface: Interface, arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the data files that an input is read from."""
    files = [one.name for one in interface.parameters if one.shape is Shape.FILE]
    given = [arguments.get(name) for name in files]
    return tuple(str(one.get("data")) for one in given if isinstance(one, dict))


def is_sound(kept: Path) -> bool:
    """Whether the files of a folder match its marker."""
    try:
        marker = json.loads(read_own_file(kept / MARKER, JSON_BYTES))
        facts = facts_of(kept / FILES)
        if marker.keys() != facts.keys() or (kept / FILES).stat().st_uid not in {0, os.geteuid()}:
            return False
        # A checksum of hundreds of megabytes takes longer than most runs: only in doubt.
        return all(_is_same(kept / FILES / name, marker[name], facts[name]) for name in facts)
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        # whatever is wrong with the marker, the files are made again
        return False


def _is_same(path: Path, recorded: dict[str, Any], found: dict[str, Any]) -> bool:
    if recorded["size"] != found["size"]:
        return False
    return bool(recorded["modified"] == found["modified"]) or recorded["sha256"] == checksum_of(
        path
    )


def facts_of(folder: Path) -> dict[str, dict[str, Any]]:
    """Return size and time of change of each file of a folder, by name."""
    facts: dict[str, dict[str, Any]] = {}
    for path in folder.iterdir():
        found = path.lstat()
        facts[path.name] = {"size": found.st_size, "modified": found.st_mtime_ns}
    return facts


def checksum_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _note_use(kept: Path) -> None:
    with contextlib.suppress(OSError):  # the folder is another user's, whose runs note it
        os.utime(kept / MARKER)
