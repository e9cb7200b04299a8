"""The implementations that a suite of tests is played on: implementations.toml of a package.

Each is a file of the base problem's solutions, or one with a line changed. Their bytes are named by
hash, so that the package alone decides which programs these are; a file that has changed since is a
fault of the package.
"""

import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from judge.errors import Fault, ProblemError
from judge.records import dataclass
from judge.submission import Submission

IMPLEMENTATIONS = "implementations.toml"
RIGHT, WRONG = "right", "wrong"
#: What is said of a mutant by the operator that made it, as the end of "one that survives ...".
_HINTS = {
    "comparison": "decides wrongly where two values are equal, or next to each other",
    "arithmetic": "adds where it should subtract, or the like",
    "sign dropped": "has a sign wrong",
    "constant": "begins with, or adds, a wrong constant",
    "first value": "begins with a wrong value",
    "slice bound": "is off by one at the end of a piece",
    "range bound": "is off by one at the end of a range",
    "index": "looks at the place next to the right one",
    "condition": "forgets that a case is different",
    "loop skipped": "does not go through all of its input",
    "loop ends early": "stops too early",
    "and/or": "joins two conditions wrongly",
    "side dropped": "forgets one of two conditions",
    "not dropped": "has a condition the wrong way round",
    "statement deleted": "forgets a step",
    "return value dropped": "gives nothing back in one case",
    "break/continue": "stops where it should go on, or goes on where it should stop",
    "copy dropped": "changes what it was given",
    "arguments swapped": "takes two values for each other",
    "other name": "takes the wrong side, or the wrong end",
    "wrong variable": "takes one value for another",
}
_FIELDS = {"file", "sha256", "hint", "line", "text"}


@dataclass(frozen=True, slots=True)
class Implementation:
    """One implementation: its name in reports, whether it is right, and what a wrong one misses."""

    name: str
    right: bool
    hint: str
    source: bytes

    @property
    def submission(self) -> Submission:
        """The implementation as a source to be played."""
        return Submission(self.source, f"{self.name}.py", "python")


def implementations_of(problem: Any) -> dict[str, Implementation]:
    """Return the implementations of a package by name. Raises `ProblemError`."""
    base = problem.solutions.parent / problem.interface.own["base"]
    return _read(problem.slug, problem.folder / IMPLEMENTATIONS, base, problem.version)


@functools.lru_cache(maxsize=8)
def _read(slug: str, path: Path, base: Path, _version: str) -> dict[str, Implementation]:
    import tomllib  # noqa: PLC0415 - other kinds do without

    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _fault(slug, path, "", f"it cannot be read: {error}", "Write it") from None
    if not base.is_dir():
        mend = "Put both packages into one folder, with problems/ beside solutions/"
        raise _fault(slug, path, "base", f"there are no solutions of it in {base}", mend)
    found: dict[str, Implementation] = {}
    for kind in (RIGHT, WRONG):
        rows = table.get(kind, [])
        if not isinstance(rows, list) or not rows:
            raise _fault(slug, path, kind, "there is none", f"Write a row [[{kind}]]")
        for number, row in enumerate(rows, 1):
            name = f"{kind} {number}"
            try:
                source = _source(base, row)
            except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
                mend = "Write the file anew: python -m judge.authoring.implementations"
                raise _fault(slug, path, name, str(error), mend) from None
            found[name] = Implementation(name, kind == RIGHT, str(row.get("hint", "")), source)
    return found


def mutant_hint(operator: str) -> str:
    """Return what a mutant of an operator gets wrong, without its place."""
    return _HINTS.get(operator, "")


def _source(base: Path, row: Any) -> bytes:
    """Return the bytes of one row: a file, with a line replaced where the row says so."""
    if not isinstance(row, dict) or not row.keys() <= _FIELDS:
        raise ValueError(f"it has other fields than {', '.join(sorted(_FIELDS))}")
    place = base / str(row["file"])
    if base.resolve() not in place.resolve().parents:
        raise ValueError("the file lies outside the solutions of the base")
    if not place.is_file():
        raise ValueError(f"{row['file']} is no file")
    source: bytes = place.read_bytes()
    if hashlib.sha256(source).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['file']} has changed")
    if "line" not in row:
        return source
    lines = source.decode().split("\n")
    lines[row["line"] - 1 : row["line"]] = row["text"].split("\n")
    return "\n".join(lines).encode()


def _fault(slug: str, path: Path, field: str, reason: str, mend: str) -> ProblemError:
    return ProblemError(slug, [Fault(str(path), field, reason, mend)])


def names_in(problem: Any) -> Iterator[tuple[str, bool]]:
    """Yield the name of each implementation, and whether it is right."""
    for name, one in implementations_of(problem).items():
        yield name, one.right
