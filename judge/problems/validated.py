"""The version of a package, and the manifests of packages that were found without fault.

Writes `<cache>/packages/<slug>.json`. Its key is the state of the folders and the hash of the
modules that examine them: after a change of either, a package is examined anew. Whatever else is
wrong with the file, it is as if it were not there.
"""

import contextlib
import functools
import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from judge.cache import keep

#: What says whether a folder is without fault: these rooms and files of `judge/`.
EXAMINERS = ("problems", "kinds", "values", "submission.py", "verdict.py")
#: What interpreters and Hypothesis leave behind is no part of a package.
LITTER = ("__pycache__", ".hypothesis")


def version_of(folder: Path, solutions: Path) -> str:
    """Return the hash of all that decides a verdict: the package and its reference."""
    digest = hashlib.sha256()
    names = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(names):
        if not set(name.parts) & set(LITTER):
            _add(digest, name.as_posix(), names[name])
    _add(digest, "reference.py", solutions / "accepted" / "reference.py")
    return digest.hexdigest()[:16]


def _add(digest: "hashlib._Hash", name: str, path: Path) -> None:
    content = path.read_bytes()
    digest.update(f"{name}\0{len(content)}\0".encode())
    digest.update(content)


class State(NamedTuple):
    """What an examination looks at: the package's version, and what lies beside its reference."""

    version: str
    verdicts: str


def state_of(folder: Path, solutions: Path) -> State | None:
    """Return the state that a package is in; None where a part cannot be read."""
    try:
        names = sorted(path.name for path in solutions.iterdir())
        return State(version_of(folder, solutions), " ".join(names))
    except OSError:
        return None


def vouched(cache_dir: Path, slug: str, state: State) -> dict[str, Any] | None:
    """Return the manifest of a package in this very state as a plain table; None if not kept."""
    try:
        kept = json.loads(_place(cache_dir, slug).read_bytes())
        if kept["key"] == _key(state) and isinstance(kept["manifest"], dict):
            return dict(kept["manifest"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        pass
    return None


def vouch(cache_dir: Path, slug: str, state: State, manifest: dict[str, Any]) -> None:
    """Keep the manifest of a package that was found without fault; where that fails, do not."""
    place = _place(cache_dir, slug)
    data = json.dumps({"key": _key(state), "manifest": manifest})
    with contextlib.suppress(OSError):
        keep(place, data.encode())


def _place(cache_dir: Path, slug: str) -> Path:
    return cache_dir / "packages" / f"{slug}.json"


def _key(state: State) -> str:
    return " ".join((_examiners(), *state))


@functools.cache
def _examiners() -> str:
    """Return a hash of the modules that examine, by size and time: reading them takes long."""
    digest = hashlib.sha256()
    judge = Path(__file__).parents[1]
    for place in (judge / name for name in EXAMINERS):
        for path in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            seen = path.stat()
            digest.update(f"{path.name} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]
