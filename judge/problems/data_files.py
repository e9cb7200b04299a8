"""Large files of a package, made once by its data.py and shared read-only by all runs.

Makes files: `<cache>/data/<slug>-<hash of data.py>/files/`, and `sound.json` beside that folder
with the size and the checksum of each file.

The folder appears in one step. Files are believed only as their marker describes them: one with
another time of change is read and compared, and if it differs all are made again. Making data also
removes what has not been used for a week, and what a killed judge left half made.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from judge.cache import JSON_BYTES, read_own_file
from judge.errors import Fault, HostError, ProblemError
from judge.events import DataBuilding
from judge.problems.problem import Problem
from judge.settings import Settings

#: The file of a package that makes them: `make(folder) -> Iterator[tuple[int, int]]`.
MAKER = "data.py"
FILES = "files"
MARKER = "sound.json"
#: How long data of another data.py is kept: another version of the judge may use it.
UNUSED_SECONDS = 7 * 86_400
#: No data takes longer to make: what is older was left by a judge that was killed.
MAKING_SECONDS = 86_400
#: Attempts to move data into place: other processes may do so at the same moment.
MOVES = 5


def data_folder(problem: Problem, settings: Settings) -> Path | None:
    """Return where a package's large files are kept; None when it has none.

    A change of data.py makes them anew, a change of a statement does not.
    """
    maker = problem.folder / MAKER
    if not maker.is_file():
        return None
    key = hashlib.sha256(maker.read_bytes()).hexdigest()[:16]
    return settings.cache_dir.absolute() / "data" / f"{problem.slug}-{key}" / FILES


def ready_data(problem: Problem, settings: Settings) -> Generator[DataBuilding, None, Path | None]:
    """Make a package's large files unless they are there and sound; return their folder.

    Raises `HostError` when they cannot be kept.
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


def is_sound(kept: Path) -> bool:
    """Whether the files of a folder are as its marker describes them."""
    try:
        marker = json.loads(read_own_file(kept / MARKER, JSON_BYTES))
        facts = _facts(kept / FILES)
        if marker.keys() != facts.keys() or (kept / FILES).stat().st_uid not in {0, os.geteuid()}:
            return False
        # The checksum of some hundred megabytes costs more than many a run: only in doubt.
        return all(_is_same(kept / FILES / name, marker[name], facts[name]) for name in facts)
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        # Whatever is wrong with the marker, the answer is the same.
        return False


def _is_same(path: Path, marked: dict[str, Any], seen: dict[str, Any]) -> bool:
    if marked["size"] != seen["size"]:
        return False
    return bool(marked["modified"] == seen["modified"]) or marked["sha256"] == _checksum(path)


def _facts(folder: Path) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for path in folder.iterdir():
        seen = path.lstat()
        facts[path.name] = {"size": seen.st_size, "modified": seen.st_mtime_ns}
    return facts


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _note_use(kept: Path) -> None:
    with contextlib.suppress(OSError):  # another user's, who notes it too
        os.utime(kept / MARKER)


def _make(problem: Problem, kept: Path) -> Generator[DataBuilding, None, None]:
    """Make the files beside their place and move them there in one step."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    _clear(problem.slug, kept.parent)
    made = Path(tempfile.mkdtemp(prefix=".", suffix=".new", dir=kept.parent))
    try:
        (made / FILES).mkdir()
        for done, total in _steps(problem, made / FILES):
            yield DataBuilding(done, total)
        _seal(made)
        _move(made, kept)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _clear(slug: str, place: Path) -> None:
    """Remove this package's data of other versions that is no longer used, and what is half made.

    Before the new data is made, so that a disk need not hold both.
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
    module = problem.module(MAKER)
    try:
        yield from module.make(folder)
    except OSError:
        raise
    except (Exception, SystemExit) as error:
        reason = f"make() raises {type(error).__name__}: {error}"
        fault = Fault(str(problem.folder / MAKER), "make", reason, "Mend the file")
        raise ProblemError(problem.slug, [fault]) from error


def _seal(made: Path) -> None:
    """Write the marker; let the user that programs run as read the files, and nobody write."""
    facts = _facts(made / FILES)
    for name, fact in facts.items():
        (made / FILES / name).chmod(0o444)
        # Size and time may reach a disk before the content does, and they are what is believed.
        _sync(made / FILES / name)
        fact["sha256"] = _checksum(made / FILES / name)
    (made / FILES).chmod(0o755)
    made.chmod(0o755)
    (made / MARKER).write_text(json.dumps(facts))


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _move(made: Path, kept: Path) -> None:
    """Put the new folder in its place; another process may have been faster."""
    for _ in range(MOVES):
        try:
            made.rename(kept)
        except OSError:
            if is_sound(kept):
                return
            _put_away(kept, made.with_suffix(".old"))
        else:
            return
    made.rename(kept)


def _put_away(unsound: Path, aside: Path) -> None:
    with contextlib.suppress(OSError):  # another process has done it
        unsound.rename(aside)
    shutil.rmtree(aside, ignore_errors=True)
