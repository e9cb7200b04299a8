"""Links of a package that lead out of it: of one that nobody trusts, none is followed."""

import os
from collections.abc import Iterator
from pathlib import Path

from judge.errors import Fault, ProblemError
from judge.problems.own_packages import Place
from judge.problems.package_files import MOST_FILES, SHARED, is_left_behind


def refuse_links_out(place: Place) -> None:
    """Raise `ProblemError` with every link that leads out of a package, before anything is read.

    Else the statement of a package from elsewhere could be a file of the person's own.
    """
    folder, solutions = place.folder, place.solutions
    found = _leading_out(folder)
    if solutions.parent != folder and solutions.is_dir():
        inside = _is_inside(solutions, folder.parent.parent)
        found += _leading_out(solutions) if inside else [solutions]
    shared = folder.parent / SHARED
    if shared.is_symlink() and not _is_inside(shared, folder.parent):
        found.append(shared)
    if found:
        reason = "it is a link that leads out of its folder"
        mend = f"Copy it here, or trust the package: judge trust {folder}"
        raise ProblemError(folder.name, [Fault(str(one), "", reason, mend) for one in found])


def _leading_out(folder: Path) -> list[Path]:
    """Return the links below a folder that leave it."""
    return [one for one in _links(folder) if not _is_inside(one, folder)]


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _links(folder: Path) -> Iterator[Path]:
    """Yield the links below a folder; what is no package has too many files anyway."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for _, entry in zip(range(MOST_FILES + 1), entries, strict=False)]
    except OSError:
        return  # loading the package says why
    for entry in found:
        if is_left_behind(entry.name):
            continue
        if entry.is_symlink():
            yield Path(entry.path)
        elif entry.is_dir():
            yield from _links(Path(entry.path))
