"""Data files: large files that a package's data.py makes once, shared read-only by all runs.

Makes files: `<cache>/data/<slug>-<hash of data.py>/files/`, and `sound.json` next to that
folder, a marker with the size and the checksum of each file.

The folder appears atomically. Files are used only if the marker matches: if a time of change
differs the file is read and compared, and if that differs too, all files are folder again. Making
data also removes data that was not used for a week, and what a killed judge left unfinished.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

from judge.cache import JSON_BYTES, read_own_file
from judge.errors import HostError
from judge.events import DataBuilding
from judge.problems.author_call import Allowance
from judge.problems.author_jail import DATA_FOLDER, MAKER
from judge.problems.author_process import AuthorProcess
from judge.problems.jailed_data import take_files
from judge.problems.problem import Problem
from judge.settings import Settings
from judge.values import Interface, Shape

FILES = "files"
MARKER = "sound.json"
#: How long unused data of another data.py is kept: another version of the judge may need it.
UNUSED_SECONDS = 7 * 86_400
#: Unfinished data that is older than this was left by a judge that was killed.
MAKING_SECONDS = 86_400
#: Seconds that data.py may take from one step to the next, and in all.
STEP_SECONDS, MAKE_SECONDS = 60.0, 600.0
#: Attempts to move data into place, since other processes may do so at the same moment.
MOVES = 5


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
        yield from _make(problem, folder.parent)
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
        facts = _facts(kept / FILES)
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
    return bool(recorded["modified"] == found["modified"]) or recorded["sha256"] == _checksum(path)


def _facts(folder: Path) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for path in folder.iterdir():
        found = path.lstat()
        facts[path.name] = {"size": found.st_size, "modified": found.st_mtime_ns}
    return facts


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _note_use(kept: Path) -> None:
    with contextlib.suppress(OSError):  # the folder is another user's, whose runs note it
        os.utime(kept / MARKER)


def _make(problem: Problem, kept: Path) -> Generator[DataBuilding, None, None]:
    """Make the files in a temporary folder and move it into place atomically."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    _clear(problem.slug, kept.parent)
    folder = Path(tempfile.mkdtemp(prefix=".", suffix=".new", dir=kept.parent))
    try:
        (folder / FILES).mkdir()
        for done, total in _steps(problem, folder / FILES):
            yield DataBuilding(done, total)
        _seal(folder)
        _move(folder, kept)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(slug: str, place: Path) -> None:
    """Remove this package's unused data of other versions, and unfinished data.

    Called before new data is made, so that the disk need not hold both.
    """
    now = time.time()
    ours = re.compile(re.escape(slug) + r"-[0-9a-f]{16}")
    for folder in place.iterdir():
        with contextlib.suppress(OSError):
            if ours.fullmatch(folder.name):
                old = now - (folder / MARKER).stat().st_mtime > UNUSED_SECONDS
            else:
                half_made = folder.name.startswith(".") and folder.suffix in {".new", ".old"}
                old = half_made and now - folder.stat().st_mtime > MAKING_SECONDS
            if old:
                shutil.rmtree(folder, ignore_errors=True)


def _steps(problem: Problem, folder: Path) -> Generator[tuple[int, int], None, None]:
    process, file = AuthorProcess(), problem.file(MAKER)
    place = str(folder) if file.trusted else DATA_FOLDER
    try:
        whole = Allowance(MAKE_SECONDS)
        for step in process.steps(file, "make", "make", place, allowance=whole, each=STEP_SECONDS):
            yield step["done"], step["total"]
        if not file.trusted:
            take_files(process, file, folder)
    finally:
        process.close()


def _seal(folder: Path) -> None:
    """Write the marker, and make the files readable for programs and writable for no user."""
    facts = _facts(folder / FILES)
    for name, fact in facts.items():
        (folder / FILES / name).chmod(0o444)
        # Size and time, which the marker is compared with, may reach a disk before the content.
        _sync(folder / FILES / name)
        fact["sha256"] = _checksum(folder / FILES / name)
    (folder / FILES).chmod(0o755)
    folder.chmod(0o755)
    (folder / MARKER).write_text(json.dumps(facts))


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _move(folder: Path, kept: Path) -> None:
    """Move the new folder into place, unless another process was faster."""
    for _ in range(MOVES):
        try:
            folder.rename(kept)
        except OSError:
            if is_sound(kept):
                return
            _put_away(kept, folder.with_suffix(".old"))
        else:
            return
    folder.rename(kept)


def _put_away(unsound: Path, aside: Path) -> None:
    with contextlib.suppress(OSError):  # another process was faster
        unsound.rename(aside)
    shutil.rmtree(aside, ignore_errors=True)
