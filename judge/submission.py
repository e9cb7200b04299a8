"""A submission: one source file, read once up to a size cap, never parsed outside the sandbox."""

import codecs
import hashlib
import os
import stat
import sys
from pathlib import Path

from judge.errors import SubmissionError
from judge.records import dataclass

MAX_SOURCE_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Submission:
    """The source to judge, as bytes. `name` is the name of its file, and hostile text.

    A `language` that is empty is the problem's own (`Problem.in_language`).
    """

    source: bytes
    name: str
    language: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.source).hexdigest()


@dataclass(frozen=True, slots=True)
class SourceFault:
    """Why bytes cannot be loaded as a source: one sentence and, if known, the place."""

    message: str
    line: int | None = None
    column: int | None = None


def read_submission(path: str | Path) -> Submission:
    """Read a submission from a file, or from standard input for "-".

    Reads at most one byte over the cap, so that a device or a huge file costs nothing; a source
    over the cap gets a verdict. Raises `SubmissionError` if the path is not a regular file.
    """
    if path == "-":
        if sys.stdin is None:  # the judge was started with standard input closed
            raise SubmissionError("standard input is closed; name a file")
        return Submission(sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1), "<stdin>")
    # O_NONBLOCK: opening a pipe must not wait for its writer.
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise SubmissionError(f"cannot read {str(path)!r}: {_reason(error)}") from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            mend = "give - to read it from standard input" if stat.S_ISFIFO(mode) else _MEND
            raise SubmissionError(f"{str(path)!r} is {_kind(mode)}; {mend}")
        return Submission(_read(descriptor), str(path))
    finally:
        os.close(descriptor)


_MEND = "name a file of source text"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "not a file name"


def _kind(mode: int) -> str:
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")


def _read(descriptor: int) -> bytes:
    chunks, missing = [], MAX_SOURCE_BYTES + 1
    while missing:
        try:
            chunk = os.read(descriptor, missing)
        except OSError as error:
            raise SubmissionError(f"cannot read the file: {_reason(error)}") from None
        if not chunk:
            break
        chunks.append(chunk)
        missing -= len(chunk)
    return b"".join(chunks)


def text_fault(source: bytes) -> SourceFault | None:
    """Return why these bytes cannot be the text of a source, or None.

    Accepts a byte order mark and any line endings; syntax errors are found inside the sandbox.
    """
    if len(source) > MAX_SOURCE_BYTES:
        return SourceFault(f"the source is over {MAX_SOURCE_BYTES // 1024} KiB")
    encoding = _other_encoding(source)
    if encoding is not None:
        return SourceFault(f"this is {encoding}: save it as UTF-8")
    if b"\0" in source:
        return SourceFault("the source holds a NUL byte", *_place(source, source.index(b"\0")))
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = source[error.start]
        place = _place(source, error.start)
        return SourceFault(f"the source is not UTF-8: byte 0x{byte:02x}; save it as UTF-8", *place)
    return None


def _other_encoding(source: bytes) -> str | None:
    """Return UTF-16 or UTF-32 if bytes are that: by their mark, or by the zeros beside ASCII."""
    start = source[:4]
    if start in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        return "UTF-32"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    zeros = [place for place, byte in enumerate(start) if byte == 0]
    if zeros in ([0, 2], [1, 3]):
        return "UTF-16"
    return "UTF-32" if zeros in ([0, 1, 2], [1, 2, 3]) else None


def _place(source: bytes, offset: int) -> tuple[int, int]:
    """Convert a byte offset to line and column, both from 1, in characters as editors count."""
    *before, line = (source[:offset] + b"|").splitlines()
    return len(before) + 1, len(line.decode("utf-8-sig", "replace"))
