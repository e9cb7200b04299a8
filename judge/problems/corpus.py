"""A corpus: all cases of one package version, stored in one file.

Makes files: `<cache>/corpora/<slug>-<version>.corpus`, in a folder of mode 0700.

A file is one line of JSON (format, package version, checksum of the rest) and a body (see
`corpus_body`). A file that is not exactly so is rejected: loading returns None, and the corpus is
built again.
"""

import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

from judge.cache import read_own_file, write_atomically
from judge.problems import corpus_body
from judge.problems.case import Case, Group
from judge.problems.problem import Problem
from judge.records import dataclass

FORMAT = 7
#: Formats that are read, too: 4 does not say of a batch whether later ones refer to its results,
#: and 5 has by zlib what is by LZMA in 6.
OF_ROWS = (4, 5, 6)
#: A larger file is rejected.
FILE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Corpus:
    """The cases of one version of a package: samples, edges, generated, scale."""

    problem_version: str
    cases: tuple[Case, ...]

    def samples(self) -> list[Case]:
        """Return the cases of the statement, in order."""
        return [case for case in self.cases if case.group is Group.SAMPLE]

    def small(self) -> list[Case]:
        """Return the samples and all others that are not large, in order."""
        return [case for case in self.cases if case.group is not Group.SCALE]

    def large(self) -> list[Case]:
        """Return the cases of group scale, in order."""
        return [case for case in self.cases if case.group is Group.SCALE]


def corpus_path(cache_dir: Path, problem: Problem) -> Path:
    """Return the path of the corpus of this package version in the cache."""
    return cache_dir / "corpora" / f"{problem.home.slug}-{problem.home.version[:16]}.corpus"


def shipped_corpus_path(problem: Problem) -> Path:
    """Return the path of the corpus in a wheel.

    It is outside the package folder, whose hash is the version and must not depend on the corpus.
    """
    return problem.home.folder.parent.parent / "corpora" / f"{problem.home.slug}.corpus"


def save_corpus(path: Path, problem: Problem, corpus: Corpus, *, thorough: bool = False) -> None:
    """Write the corpus atomically: a reader sees the old file or the new one.

    With `thorough` it takes longer, and long texts become a quarter smaller. Raises `OSError`. A
    symbolic link at `path` is replaced, not followed.
    """
    write_atomically(path, _pack(problem, corpus, thorough=thorough))


def load_corpus(path: Path, problem: Problem) -> Corpus | None:
    """Load the corpus at `path`; None if it is missing, corrupt, stale or of another origin."""
    try:
        return _unpack(read_own_file(path, FILE_BYTES), problem)
    except (OSError, ValueError, TypeError, LookupError, zlib.error, RecursionError):
        # whatever is wrong with the file, the corpus is built again
        return None


def _pack(problem: Problem, corpus: Corpus, *, thorough: bool) -> bytes:
    """Encode a corpus file."""
    body = corpus_body.pack(corpus.cases, thorough=thorough)
    header = _header(problem, len(corpus.cases), body)
    return json.dumps(header).encode("ascii") + b"\n" + body


def _header(problem: Problem, count: int, body: bytes) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "problem": problem.home.slug,
        "version": problem.home.version,
        "names": list(problem.names()),
        "count": count,
        "sha256": hashlib.sha256(body).hexdigest(),
    }


def _unpack(data: bytes, problem: Problem) -> Corpus:
    """Decode a corpus file; anything unexpected raises `ValueError` or the like."""
    line, _, body = data.partition(b"\n")
    header = json.loads(line)
    known = header["format"] in (FORMAT, *OF_ROWS)
    if not known or {**header, "format": FORMAT} != _header(problem, header["count"], body):
        raise ValueError("stale or broken")
    unpack = corpus_body.unpack_rows if header["format"] in OF_ROWS else corpus_body.unpack
    return Corpus(problem.home.version, unpack(body, problem.interface, header["count"]))
