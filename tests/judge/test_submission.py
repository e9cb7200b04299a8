import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.errors import SubmissionError, UsageError
from judge.submission import MAX_SOURCE_BYTES, SourceFault, read_submission, text_fault


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    """The bytes that are judged are the bytes on disk; their hash names them in the report."""
    path = tmp_path / "mine.py"
    source = b"\xef\xbb\xbfdef f():\r\n    return '\xff'\r\n"
    path.write_bytes(source)
    submission = read_submission(str(path))
    assert (submission.source, submission.name) == (source, str(path))
    assert submission.sha256 == hashlib.sha256(source).hexdigest()
    assert submission.language == ""  # the problem's own


def test_an_empty_file_is_read(tmp_path: Path) -> None:
    """That nothing is in it is a verdict, not an error of reading."""
    (tmp_path / "empty.py").write_bytes(b"")
    assert read_submission(str(tmp_path / "empty.py")).source == b""


def test_a_huge_file_is_read_to_one_byte_over_the_cap(tmp_path: Path) -> None:
    """A file of a terabyte costs no more than one of the cap, and its verdict is the same."""
    path = tmp_path / "huge.py"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert len(read_submission(str(path)).source) == MAX_SOURCE_BYTES + 1


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_nothing(path: Path) -> None:
    assert not path.exists()


def make_dangling_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def make_loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (make_folder, "is a folder; name a file of source text"),
        (make_pipe, "is a pipe; give - to read it from standard input"),
        (make_nothing, "no such file"),
        (make_dangling_link, "no such file"),
        (make_loop, "symbolic link"),
    ],
)
def test_what_is_no_file_is_refused_by_name(make: object, reason: str, tmp_path: Path) -> None:
    """The person reads which path it was and what stands there; a pipe is not waited for."""
    assert callable(make)
    path = tmp_path / "mine.py"
    make(path)
    with pytest.raises(SubmissionError) as caught:
        read_submission(str(path))
    assert repr(str(path)) in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(path: str) -> None:
    """/dev/zero never ends and is not begun."""
    with pytest.raises(SubmissionError, match="is a device"):
        read_submission(path)


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000, "mine.py/", "\udcff"])
def test_what_no_file_can_be_called_is_refused(path: str, tmp_path: Path) -> None:
    """Odd names get a sentence, like any other mistake, and no traceback."""
    with pytest.raises(SubmissionError, match="cannot read"):
        read_submission(path)


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    """The host's reason is passed on."""
    path = tmp_path / "secret.py"
    path.write_text("x = 1\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")
    with pytest.raises(SubmissionError, match="permission denied"):
        read_submission(str(path))


@pytest.mark.needs("linux")
def test_an_error_in_the_midst_of_reading_is_told() -> None:
    """A plain file that opens and then fails, as on a broken disk, gets a sentence as well."""
    with pytest.raises(SubmissionError, match="cannot read the file: input/output error"):
        read_submission("/proc/self/mem")


def test_a_file_that_cannot_be_read_is_the_users_mistake() -> None:
    """Front-ends give every mistake of the user the same exit status."""
    assert issubclass(SubmissionError, UsageError)


READ = "from judge.submission import read_submission; s = read_submission('-'); "


def test_a_dash_reads_standard_input() -> None:
    """An editor can send its buffer unsaved; an endless input costs no more than the cap."""
    code = READ + "print(s.name, len(s.source), s.source[:3])"
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-c", code], stdin=endless, capture_output=True, text=True, check=True
        )
    assert done.stdout.strip() == f"<stdin> {MAX_SOURCE_BYTES + 1} b'\\x00\\x00\\x00'"


def test_a_closed_standard_input_is_told() -> None:
    """`judge submit lca - <&-` is a mistake of the user's, not a traceback."""
    shell = ["sh", "-c", 'exec "$0" -c "$1" <&-', sys.executable, READ]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert "SubmissionError: standard input is closed" in done.stderr


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"def f(): pass",
        b"\xef\xbb\xbfdef f(): pass",
        b"def f():\r\n    pass\r\n",
        "größe = '\U0001f600'".encode(),
        b"this is no python (",
        b"#" * MAX_SOURCE_BYTES,
    ],
    ids=["empty", "plain", "mark", "crlf", "unicode", "syntax", "largest"],
)
def test_text_is_no_fault(source: bytes) -> None:
    """What stands in the text is found out inside the sandbox, never here."""
    assert text_fault(source) is None


def test_a_source_over_the_cap_is_told() -> None:
    """One byte over is over, and the sentence names the cap."""
    assert text_fault(b"#" * (MAX_SOURCE_BYTES + 1)) == SourceFault("the source is over 256 KiB")


def test_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    """A file saved as Latin-1 says which character it was and how to mend it."""
    fault = text_fault("x = 1\ny = 'Größe'\n".encode("latin-1"))
    assert fault == SourceFault("the source is not UTF-8: byte 0xf6; save it as UTF-8", 2, 8)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
@pytest.mark.parametrize("text", ["def f(a):\n    return a\n", "# größer: 大\nx = 1\n"])
def test_a_source_of_another_encoding_is_told_by_its_name(
    encoding: str, name: str, text: str
) -> None:
    """As PowerShell's `>` writes it, with a mark or without one."""
    fault = text_fault(text.encode(encoding))
    assert fault == SourceFault(f"this is {name}: save it as UTF-8")


def test_a_mark_alone_tells_the_encoding() -> None:
    """A text without ASCII has no zeros beside its letters."""
    fault = text_fault("\ufeff大大".encode("utf-16-be"))
    assert fault == SourceFault("this is UTF-16: save it as UTF-8")


def test_a_nul_byte_is_told_with_its_place() -> None:
    """Python would only say that source code cannot contain null bytes."""
    assert text_fault(b"x = 1\ny\0\n") == SourceFault("the source holds a NUL byte", 2, 2)


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("# ö\nö = 'öö".encode() + b"\xff", 2, 8),
        (b"\xef\xbb\xbfx\xff", 1, 2),
        (b"a\rb\r\nc\n\nd\xff", 5, 2),
        (b"\xff", 1, 1),
        (b"a\n\xff", 2, 1),
    ],
)
def test_a_place_is_counted_as_editors_count(source: bytes, line: int, column: int) -> None:
    """In characters, behind a byte order mark, with any line ends."""
    fault = text_fault(source)
    assert fault is not None
    assert (fault.line, fault.column) == (line, column)


def test_a_surrogate_in_utf_8_is_a_fault() -> None:
    """Python's own reader refuses such bytes as well."""
    assert text_fault(b"x = '\xed\xa0\x80'") is not None


@given(st.binary(max_size=200))
def test_any_bytes_have_a_fault_or_are_text(source: bytes) -> None:
    """The look at the bytes never raises, and lets through exactly UTF-8 without NUL."""
    fault = text_fault(source)
    if fault is None:
        assert "\0" not in source.decode("utf-8")
    else:
        assert fault.line is not None
        assert 1 <= fault.line <= len(source.splitlines()) + 1
        assert fault.column is not None
        assert fault.column >= 1
