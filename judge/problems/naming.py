"""Tell which problem a file is of: by a comment, by LeetCode's header, by its name or its folder's.

Pure: it is given a path, the beginning of a source and the packages, and reads no file. The first
of these that tells decides:

1. `judge: SLUG` in a comment of the first lines;
2. LeetCode's header, `@lc app=leetcode id=236 lang=python3`, in a comment;
3. the file's name: a number before all else is LeetCode's; else the name must equal, but for case,
   dashes, underscores and blanks, a slug, an entry's name or an alias, or be one of these with the
   mark of an attempt behind it, `lca_2.py`, `lca-brute.py`;
4. the folder's name, likewise, where the file is `solution.py`, `main.py` and the like.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from judge.errors import ProblemError, UsageError
from judge.records import dataclass

if TYPE_CHECKING:
    from judge.problems.problem import Problem

#: A comment in one of the first lines: `# judge: lca`, or `-- judge: lca` where SQL is judged.
COMMENT = re.compile(rb"(?:#|--)[ \t]*judge:[ \t]*([A-Za-z0-9_-]{1,64})")
COMMENT_LINES = 5
#: Tools put their own lines, for debuggers, before LeetCode's header.
HEADER = re.compile(rb"(?:#|--)[^\r\n]{0,100}?@lc[ \t]+app=[^\s]{1,64}[ \t]+id=([0-9]{1,6})\b")
HEADER_LINES = 20
#: Of a source only so much is looked at.
HEAD_BYTES = 16 * 1024

#: LeetCode's number before a name: `236.two-words.py`, `0236_two_words.py`, `lc-236.py`.
NUMBERED = re.compile(r"(?:(?:lc|leetcode)[ ._-]*)?0*([0-9]{1,6})(?:[ ._-].*)?", re.IGNORECASE)
#: File names that say nothing; the folder's name counts then.
NAMELESS = re.compile(r"(?:solution|main|answer)(?:[0-9]+|[ _-].*)?|attempt.*", re.IGNORECASE)
#: What one of several attempts has behind its name.
ATTEMPT = re.compile(
    r"(.+?)[ _-]+(?:v?[0-9]+|\([0-9]+\)"
    r"|(?:second[ _-])?try|attempt|brute|fast|slow|wrong|old|new|copy)",
    re.IGNORECASE,
)
#: The end of a sequel's title, `course-schedule-ii` or `CourseScheduleII`, which is no attempt.
SEQUEL = re.compile(r"(.*?)(?:[ _-]+(?i:(ii|iii|iv|vi{0,3}|ix))|(?<=[a-z])(II|III|IV|VI{0,3}|IX))")
ROMAN = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
}
#: Packages named so share the entry of another one: only their slug and a comment tell them.
SHARERS = ("debug-", "test-")
#: Longer names are nobody's.
NAME_CHARACTERS = 128
MOST_NEAR = 3


class FoundBy(StrEnum):
    """What told the problem of a file."""

    COMMENT = "comment"
    LEETCODE = "leetcode"
    NAME = "name"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """The slug of a file's problem, and what told it."""

    slug: str
    by: FoundBy


class UnknownProblemError(UsageError):
    """Raised when nothing, or no one thing, is the problem meant; `near` are slugs like it."""

    def __init__(self, message: str, near: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.near = tuple(near)


class Packages(Protocol):
    """The packages to choose from, such as a `Catalog`."""

    def slugs(self) -> list[str]:
        """Return the names of all packages."""

    def get(self, slug: str, /) -> "Problem":
        """Load one package."""


def find_problem(path: str, source: bytes, packages: Packages) -> FoundProblem:
    """Return the problem that a file is of; a comment's word is taken as it is.

    Of `path` the last two parts count, of `source` the beginning. Raises `UnknownProblemError`.
    """
    commented = commented_problem(source)
    if commented is not None:
        return FoundProblem(commented, FoundBy.COMMENT)
    names, number = _Names(packages), _header_number(source)
    if number is not None:
        return FoundProblem(_only(names.numbered(number), number), FoundBy.LEETCODE)
    file, folder = _last_parts(path)
    stem = _stem(file)
    if stem.endswith("_counterexample_test"):
        raise _unknown(file, stem, names)
    if NAMELESS.fullmatch(stem):
        return FoundProblem(_named(folder, file, names), FoundBy.FOLDER)
    return FoundProblem(_named(stem, file, names), FoundBy.NAME)


def commented_problem(source: bytes) -> str | None:
    """Return the problem that a comment in the first lines of a source names."""
    for line in _first_lines(source, COMMENT_LINES):
        found = COMMENT.search(line)
        if found:
            return found[1].decode("ascii").replace("_", "-").lower()
    return None


def near_slugs(word: str, slugs: Iterable[str]) -> list[str]:
    """Return the slugs that are written like a word, the nearest first."""
    typed, known = word[:64].casefold().replace("_", "-"), list(slugs)
    near = difflib.get_close_matches(typed, known, n=MOST_NEAR, cutoff=0.6)
    near += [slug for slug in known if typed and typed in slug and slug not in near]
    return near


class _Names:
    """What the packages may be called. A package is loaded when its names are needed."""

    def __init__(self, packages: Packages) -> None:
        self._packages = packages
        self.slugs = packages.slugs()

    def fitting(self, word: str) -> list[str]:
        """Return the slugs that a word fits; entries and aliases count where no slug fits."""
        wanted = _folded(word)
        if not wanted:
            return []
        return [slug for slug in self.slugs if wanted in _forms(slug)] or [
            slug for slug in self.slugs if wanted in self._folded_names.get(slug, ())
        ]

    def refuses(self, slug: str, words: Iterable[str]) -> bool:
        """Whether a package says that one of these words is not its name."""
        problem = self._loaded_one(slug) if words else None
        not_names = problem.not_names if problem is not None else ()
        refused = {form for name in not_names for form in _forms(name)}
        return any(_folded(word) in refused for word in words)

    def numbered(self, number: int) -> list[str]:
        """Return the slugs of the packages that are LeetCode's problem of a number."""
        return [slug for slug, problem in self._told.items() if problem.leetcode == number]

    def near(self, word: str) -> list[str]:
        """Return the slugs of the packages with a name like a word."""
        home = {_folded(slug): slug for slug in self.slugs}
        for slug, names in self._folded_names.items():
            for name in names:
                home.setdefault(name, slug)
        found = near_slugs(_folded(word), home)
        return list(dict.fromkeys(home[name] for name in found))[:MOST_NEAR]

    def _loaded_one(self, slug: str) -> "Problem | None":
        """Return a package; None for a faulty one, of which only the slug is known."""
        try:
            return self._packages.get(slug)
        except (ProblemError, UsageError, OSError):
            return None

    @cached_property
    def _told(self) -> "dict[str, Problem]":
        """The packages that more than their slug tells."""
        told = [slug for slug in self.slugs if not slug.startswith(SHARERS)]
        return {slug: problem for slug in told if (problem := self._loaded_one(slug))}

    @cached_property
    def _folded_names(self) -> dict[str, set[str]]:
        return {
            slug: {
                form
                for name in (*problem.interface.names, *problem.aliases)
                for form in _forms(name)
            }
            for slug, problem in self._told.items()
        }


def _named(word: str, file: str, names: _Names) -> str:
    """Return the slug that a file's or folder's name stands for. Raises `UnknownProblemError`."""
    longer: list[str] = []
    for part in _words(word) if len(word) <= NAME_CHARACTERS else ():
        found = [slug for slug in names.fitting(part) if not names.refuses(slug, longer)]
        if found:
            return _only(found, part)
        longer.append(part)
        number = NUMBERED.fullmatch(part)
        if number is not None:
            numbered = names.numbered(int(number[1]))
            if not any(names.refuses(slug, longer) for slug in numbered):
                return _only(numbered, int(number[1]))
            break
    raise _unknown(file, word, names)


def _words(word: str) -> Iterator[str]:
    """Yield the words that may be a problem's name: the whole, then without its attempts."""
    while True:
        yield word
        shorter = ATTEMPT.fullmatch(word)
        if not shorter:
            return
        word = shorter[1]


def _only(found: list[str], word: str | int) -> str:
    """Return the one that was found. Raises `UnknownProblemError` for none and for several."""
    if len(found) == 1:
        return found[0]
    what = f"LeetCode's number {word}" if isinstance(word, int) else repr(word)
    if not found:
        raise UnknownProblemError(f"{what} is no problem here; `judge list` shows them all")
    said = f"{what} may be {' or '.join(found)}: name the problem, or write {_MARK} in the file"
    raise UnknownProblemError(said, found)


_MARK = "`# judge: SLUG`"


def _unknown(file: str, word: str, names: _Names) -> UnknownProblemError:
    *_, core = _words(word[:NAME_CHARACTERS])
    near = names.near(core)
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    mark = _MARK.replace("#", "--") if file.lower().endswith(".sql") else _MARK
    return UnknownProblemError(
        f"no problem for {file[:200]!r}: name it, or write {mark} in the file's first line{hint}",
        near,
    )


def _header_number(source: bytes) -> int | None:
    for line in _first_lines(source, HEADER_LINES):
        found = HEADER.search(line)
        if found:
            return int(found[1])
    return None


def _first_lines(source: bytes, count: int) -> list[bytes]:
    return re.split(rb"\r\n|\r|\n", source[:HEAD_BYTES], maxsplit=count)[:count]


def _last_parts(path: str) -> tuple[str, str]:
    """Return the names of a file and of its folder; on Windows a backslash separates."""
    parts: list[str] = []
    for part in re.split(r"[/\\]", path):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    *_, folder, file = ["", "", *parts]
    return file, folder


def _stem(file: str) -> str:
    """Return a file's name without its suffix; `236.two-words` has none."""
    stem, dot, suffix = file.rpartition(".")
    return stem if dot and stem and suffix.isalnum() and not stem.isdigit() else file


def _forms(name: str) -> set[str]:
    """Return what a file may be called for a name, folded.

    Of `course-schedule-ii` written as one word in one case nobody can tell that a number ends it.
    """
    return {_folded(name), _joined(name)}


def _folded(name: str) -> str:
    """Return a name without case and separators, a sequel's number in digits."""
    sequel = SEQUEL.fullmatch(name)
    if sequel and sequel[1]:
        name = sequel[1] + ROMAN[(sequel[2] or sequel[3]).lower()]
    return _joined(name)


def _joined(name: str) -> str:
    return re.sub(r"[ _-]", "", name).casefold()
