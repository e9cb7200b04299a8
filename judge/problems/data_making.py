"""Make the large files of a package by its data.py, once.

Makes the folder and the marker that `data_files` describes. The folder appears atomically. Making
data also removes data that was not used for a week, and what a killed judge left unfinished. Few
packages have such files, so that a verdict does not load this.
"""

import contextlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

from judge.events import DataBuilding
from judge.problems.author.call import MAKER, Allowance
from judge.problems.author.jail import DATA_FOLDER
from judge.problems.author.process import AuthorProcess
from judge.problems.data_files import FILES, MARKER, checksum_of, facts_of, is_sound
from judge.problems.jailed_data import take_files
from judge.problems.problem import Problem

#: How long unused data of another data.py is kept: another version of the judge may need it.
UNUSED_SECONDS = 7 * 86_400
#: Unfinished data that is older than this was left by a judge that was killed.
MAKING_SECONDS = 86_400
#: Seconds that data.py may take from one step to the next, and in all.
STEP_SECONDS, MAKE_SECONDS = 60.0, 600.0
#: Attempts to move data into place, since other processes may do so at the same moment.
MOVES = 5


def make_data(problem: Problem, kept: Path) -> Generator[DataBuilding, None, None]:
    """Make the files of a package in a temporary folder and move that to `kept` atomically.

    Raises `OSError` where they cannot be stored, and `ProblemError` where data.py fails.
    """
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
    facts = facts_of(folder / FILES)
    for name, fact in facts.items():
        (folder / FILES / name).chmod(0o444)
        # Size and time, which the marker is compared with, may reach a disk before the content.
        _sync(folder / FILES / name)
        fact["sha256"] = checksum_of(folder / FILES / name)
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
