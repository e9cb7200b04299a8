"""Tell which problem a file is for: by a comment in it, else its name, else its folder's name.

Names are compared without case, dashes, underscores and blanks. A file may be one of several
attempts, `lca_2.py`, `lca-brute.py`; a file `solution.py` has the name of its folder.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from judge.errors import ProblemError, UsageError
from judge.problems.problem import Problem

#: A comment in one of the first lines: `# judge: lca`, or `-- judge: lca` where SQL is judged.
COMMENT = re.compile(rb"(?:#|--)[ \t]*judge:[ \t]*([A-Za-z0-9_-]{1,64})")
COMMENT_LINES = 5
#: File names that say nothing; the folder's name counts then.
NAMELESS = re.compile(r"(solution|main|answer|attempt)\w*")
ATTEMPT = re.compile(
    r"(.+?)[ _-]+(\d+|(second[ _-])?try|attempt|brute|fast|slow|wrong|old|new|copy)", re.IGNORECASE
)
#: Packages named so share the entry of another one, so their entry names tell nothing.
SHARERS = ("debug-", "test-")


class Packages(Protocol):
    """The packages to choose from, such as a `Catalog`."""

    def slugs(self) -> list[str]:
        """Return the names of all packages."""

    def get(self, slug: str, /) -> Problem:
        """Load one package."""


def commented_problem(source: bytes) -> str | None:
    """Return the problem that a comment in the first lines of a source names."""
    for line in source.split(b"\n", COMMENT_LINES)[:COMMENT_LINES]:
        found = COMMENT.search(line)
        if found:
            return found[1].decode("ascii").replace("_", "-")
    return None


def named_problem(name: str, source: bytes, packages: Packages) -> str:
    """Return the slug of the problem that a file is for; a comment's word is taken unseen.

    Raises `UsageError` where nothing tells, or where two problems fit.
    """
    commented = commented_problem(source)
    if commented is not None:
        return commented
    for word in _words(Path(name)):
        found = _fitting(word, packages)
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"{word!r} may be {' or '.join(found)}: name the problem before the file"
            )
    raise UsageError(
        f"{name[:200]!r} names no problem: name it before the file, or in the file's first line, "
        "as in `# judge: lca`"
    )


def _words(path: Path) -> Iterator[str]:
    """Yield the words that may name a problem: the whole name, then without its attempt."""
    word = path.stem
    if word.endswith("_counterexample_test"):
        return
    if NAMELESS.fullmatch(word.casefold()):
        word = path.absolute().parent.name
    while True:
        yield word
        shorter = ATTEMPT.fullmatch(word)
        if not shorter:
            return
        word = shorter[1]


def _fitting(word: str, packages: Packages) -> list[str]:
    """Return the slugs that a word fits; entry names count where no slug fits."""
    wanted = _folded(word)
    slugs = packages.slugs()
    return [slug for slug in slugs if _folded(slug) == wanted] or [
        slug for slug in slugs if wanted in _entries(slug, packages.get)
    ]


def _entries(slug: str, load: Callable[[str], Problem]) -> list[str]:
    """Return the folded names of a package's entry; none of a package that does not load."""
    if slug.startswith(SHARERS):
        return []
    try:
        return [_folded(name) for name in load(slug).interface.names]
    except (ProblemError, OSError):
        return []


def _folded(name: str) -> str:
    return re.sub(r"[ _-]", "", name).casefold()
