"""The version of a package, its content, and a cache of manifests that were validated before.

Makes files: `<cache>/packages/<slug>.json`, each for one state of the package's folders and of the
judge's own validating modules. After a change of either the package is validated again.
"""

import functools
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from judge.cache import JsonCache
from judge.languages import LANGUAGES
from judge.problems.package_files import SHARED, base_of, parts_of, read_part, shared_folder

#: The rooms of `judge/` that validating a package loads, in addition to the files of `judge/`
#: itself. A test compares them with the modules that are really loaded.
VALIDATING_ROOMS = ("values", "reduction", "kinds", "languages", "problems")

#: The files of a package that may import from the folder that packages share.
SHARING = frozenset({"strategies.py", "checker.py", "data.py"})


#: What people read of a package, and no verdict hangs on: files, and keys of problem.toml.
READ_FILES = frozenset({"statement.md", "editorial.md"})
READ_KEYS = frozenset(
    {"title", "difficulty", "topic", "tags", "leetcode", "aliases", "not_names"}
    | {"hints", "listens", "questions", "complexity"}
)
#: How the file begins from which people start, which decides only where it is to be mended.
STARTER = "starter."

#: Takes the name and content of a file of a package; returns what of it counts.
_Counted = Callable[[str, bytes], bytes | None]


def version_of(folder: Path, solutions: Path) -> str:
    """Return the hash of everything that decides a verdict: the package and its reference.

    A changed hint, statement, editorial, question, name or tag is no new version. If the package
    takes the cases of another one, that one's version is part of it, and so is the folder
    `_shared`, if the package imports from there. Raises `ProblemError` for what does not belong
    into a folder, ValueError for a problem.toml that cannot be read, and `OSError`.
    """
    return _hash_of(folder, solutions, _deciding, _deciding_to_mend)


def content_of(folder: Path, solutions: Path) -> str:
    """Return the hash of all that validation reads. Raises `ProblemError` and `OSError`."""
    return _hash_of(folder, solutions, _all, _all)


def _all(_name: str, content: bytes) -> bytes:
    return content


def _deciding(name: str, content: bytes) -> bytes | None:
    """Return what decides of a file of a package; None if nothing does."""
    return None if name.startswith(STARTER) else _deciding_to_mend(name, content)


def _deciding_to_mend(name: str, content: bytes) -> bytes | None:
    """Likewise where people start from a program to mend: how much they change of it is counted."""
    if name != "problem.toml":
        return None if name in READ_FILES else content
    import tomllib  # noqa: PLC0415 - only while a package is validated

    table = tomllib.loads(content.decode())
    counted = {key: value for key, value in table.items() if key not in READ_KEYS}
    for sample in counted.get("samples", ()):
        sample.pop("explanation", None)
    return json.dumps(counted, sort_keys=True, default=str).encode()


def _hash_of(folder: Path, solutions: Path, counted: _Counted, to_mend: _Counted) -> str:
    base = base_of(folder)
    if base is None:
        digest = _files_of(folder, counted)
        _add_reference(digest, solutions)
    else:
        digest = _files_of(folder, to_mend)
        digest.update(_files_of(folder.parent / base, counted).digest())
        _add_reference(digest, solutions.parent / base)
    return digest.hexdigest()[:16]


def _files_of(folder: Path, counted: _Counted) -> "hashlib._Hash":
    digest = hashlib.sha256()
    shares = False
    for part in parts_of(folder):
        content = read_part(part.path)
        deciding = counted(part.name, content)
        if deciding is not None:
            _add(digest, part.name, deciding)
        shares = shares or (part.name in SHARING and SHARED.encode() in content)
    for part in parts_of(shared_folder(folder)) if shares else ():
        _add(digest, f"{SHARED}/{part.name}", read_part(part.path))
    return digest


def _add_reference(digest: "hashlib._Hash", solutions: Path) -> None:
    place = _reference(solutions / "accepted")
    _add(digest, place.name, read_part(place))


def _reference(accepted: Path) -> Path:
    """Return the reference, in whatever language it is."""
    suffixes = [suffix for language in LANGUAGES.values() for suffix in language.suffixes]
    places = [accepted / f"reference{suffix}" for suffix in suffixes]
    return next((place for place in places if place.exists()), places[0])


def _add(digest: "hashlib._Hash", name: str, content: bytes) -> None:
    digest.update(f"{name}\0{len(content)}\0".encode())
    digest.update(content)


class State(NamedTuple):
    """What validation reads: the package's content, and the names of its sample solutions."""

    content: str
    verdicts: str


def state_of(folder: Path, solutions: Path) -> State | None:
    """Return the current state of a package; None if a part of it cannot be read."""
    try:
        names = sorted(path.name for path in solutions.iterdir())
        return State(content_of(folder, solutions), " ".join(names))
    except OSError:
        return None


def load_manifest(cache_dir: Path, slug: str, state: State) -> dict[str, Any] | None:
    """Return the cached manifest of a package in exactly this state, or None."""
    manifest = _cache(cache_dir, slug, state).load()
    return manifest if isinstance(manifest, dict) else None


def save_manifest(cache_dir: Path, slug: str, state: State, manifest: dict[str, Any]) -> None:
    """Store the manifest of a package without faults; does nothing if the cache is read-only."""
    _cache(cache_dir, slug, state).save(manifest)


def _cache(cache_dir: Path, slug: str, state: State) -> JsonCache:
    origin = " ".join((_validating_code(), *state))
    return JsonCache(cache_dir / "packages" / f"{slug}.json", origin)


@functools.cache
def _validating_code() -> str:
    """Return a hash of the validating modules' sizes and times, since reading them takes long."""
    digest = hashlib.sha256(sys.version.encode())
    for path in validating_modules():
        info = path.stat()
        # The time of a change is the host's; that of a modification may come with an archive.
        facts = (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)
        digest.update(f"{path} {facts}\n".encode())
    return digest.hexdigest()[:16]


def validating_modules() -> list[Path]:
    """Return the files of `judge/` that decide whether a package is valid."""
    judge = Path(__file__).parents[1]
    return sorted(
        [*judge.glob("*.py"), *(p for r in VALIDATING_ROOMS for p in judge.glob(f"{r}/**/*.py"))]
    )
