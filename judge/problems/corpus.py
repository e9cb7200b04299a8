"""A corpus: all cases of one package version, stored in one file.

Makes files: `<cache>/corpora/<slug>-<version>.corpus`, in a folder of mode 0700.

A file is one line of JSON (format, package version, checksum of the rest) and a body: the small
cases as one compressed block, then the long values, each compressed on its own until it is read.
A file that this version did not write exactly so is rejected: loading returns None, and the corpus
is built again.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from judge.cache import read_own_file, write_atomically
from judge.problems.case import Case, Group, PackedJson
from judge.problems.problem import Problem
from judge.records import dataclass
from judge.values import Interface

FORMAT = 6
#: Formats that are read: 4 does not say of a batch whether later ones refer to its results, and 5
#: has by zlib what is by LZMA now.
READ = (4, 5, FORMAT)
#: Values longer than this are compressed one by one and unpacked only when they are read.
LONG_BYTES = 32 * 1024
#: A larger file, or a block of small cases that unpacks to more, is rejected.
FILE_BYTES = 64 * 1024 * 1024
BLOCK_BYTES = 64 * 1024 * 1024
#: The longest text, which is as long as a reply of a package may be.
TEXT_BYTES = 1 << 30


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
    rows: list[list[Any]] = []
    short: list[bytes] = []
    long: list[bytes] = []
    for case in corpus.cases:
        row: list[Any] = [case.group.value, case.index, case.size, case.reference_cpu_seconds]
        for text in (case.arguments_text, case.expected_text):
            if len(text) > LONG_BYTES:
                long.append(text.compressed(thorough=thorough).stored)
                row += [len(text), len(long[-1])]
            else:
                short.append(text.read())
                row += [len(text), None]
        row += [dict(case.figures)] if case.figures else []
        rows.append(row)
    index = json.dumps(rows, separators=(",", ":")).encode("ascii")
    block = zlib.compress(index + b"\n" + b"".join(short), 9)
    body = b"".join([len(block).to_bytes(4, "big"), block, *long])
    header = _header(problem, len(rows), body)
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
    known = header["format"] in READ
    if not known or {**header, "format": FORMAT} != _header(problem, header["count"], body):
        raise ValueError("stale or broken")
    end = 4 + int.from_bytes(body[:4], "big")
    index, _, short = _inflate(body[4:end]).partition(b"\n")
    rows = json.loads(index)
    if len(rows) != header["count"]:
        raise ValueError("rows are missing")
    return Corpus(problem.home.version, tuple(_cases(rows, problem.interface, short, body[end:])))


def _inflate(block: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(block, BLOCK_BYTES)
    if not unpacking.eof:
        raise ValueError("unpacks to more than any corpus")
    return data


def _cases(
    rows: Iterable[list[Any]], interface: Interface, short: bytes, long: bytes
) -> Iterator[Case]:
    """Yield the cases of the index, with their texts from the two blocks, in order."""
    short_at = long_at = 0
    for group, index, size, seconds, *rest in rows:
        lengths, figures = rest[:4], dict(*rest[4:])
        texts: list[PackedJson] = []
        for plain, packed in (lengths[:2], lengths[2:]):
            if packed is None:
                texts.append(PackedJson(short[short_at : short_at + plain]))
                short_at += plain
            elif not (LONG_BYTES < plain <= TEXT_BYTES and packed >= 0):
                raise ValueError("no length of a long text")
            else:
                texts.append(PackedJson(long[long_at : long_at + packed], plain))
                long_at += packed
        yield Case(Group(group), index, interface, texts[0], texts[1], size, seconds, figures)
    if (short_at, long_at) != (len(short), len(long)):
        raise ValueError("texts are missing or left over")
