"""Packages of one's own: folders of them, and which of these are trusted.

A folder holds `problems/` and `solutions/`, as this repository does, or packages side by side,
each with its samples in its own `solutions/`.

Makes a file: `<state>/trusted.json`, the absolute paths of the folders whose packages may run
outside the sandbox. Nothing inside a folder grants trust, nor does another path that leads there.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from judge.cache import read_own_file, write_atomically
from judge.errors import UsageError
from judge.problems.package_files import SOLUTIONS
from judge.records import dataclass

FILE = "trusted.json"
MOST_BYTES = 1024 * 1024
MANIFEST = "problem.toml"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a package lies: its folder, that of its samples, and whether its code may run."""

    folder: Path
    solutions: Path
    trusted: bool = True


def places_in(folder: Path, trusted: "Trusted") -> Iterator[tuple[str, Place]]:
    """Yield the packages of a folder of one's own, by slug. Raises `UsageError`."""
    try:
        apart = folder / "problems"
        beside = apart.is_dir()
        found = sorted((apart if beside else folder).glob(f"*/{MANIFEST}"))
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder of packages: it is missing, or no folder")
    except OSError as error:
        raise UsageError(f"cannot read {folder}: {error.strerror}") from None
    for manifest in found:
        package = manifest.parent
        solutions = folder / SOLUTIONS / package.name if beside else package / SOLUTIONS
        yield package.name, Place(package, solutions, trusted.holds(package))


@dataclass(frozen=True, slots=True)
class Trusted:
    """The folders that a person trusts; `everything` for one command."""

    folders: tuple[Path, ...] = ()
    everything: bool = False

    def holds(self, package: Path) -> bool:
        """Whether a package lies in a trusted folder, by its real path."""
        if self.everything:
            return True
        real = package.resolve()
        return any(real.is_relative_to(folder) for folder in self.folders)


def trusted_folders(state_dir: Path) -> tuple[Path, ...]:
    """Return the folders that are trusted; none where the list is missing or broken."""
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(read_own_file(state_dir / FILE, MOST_BYTES))
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(map(Path, found))
    return ()


def trust(state_dir: Path, folder: Path) -> Path:
    """Trust the packages below a folder from now on; return its real path. Raises `UsageError`."""
    real = folder.resolve()
    if not real.is_dir():
        raise UsageError(f"{folder} is no folder")
    _keep(state_dir, {*trusted_folders(state_dir), real})
    return real


def distrust(state_dir: Path, folder: Path) -> bool:
    """Take the trust in a folder back; return whether it was trusted. Raises `UsageError`."""
    known = trusted_folders(state_dir)
    left = {one for one in known if one not in (folder, folder.resolve())}
    if len(left) == len(known):
        return False
    _keep(state_dir, left)
    return True


def _keep(state_dir: Path, folders: set[Path]) -> None:
    text = json.dumps(sorted(map(str, folders)), indent=1)
    try:
        write_atomically(state_dir / FILE, text.encode("ascii"))
    except OSError as error:
        raise UsageError(f"cannot write {state_dir / FILE}: {error.strerror}") from None
