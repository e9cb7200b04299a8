import errno
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest

from judge.cli.exit_status import report_errors, status_of
from judge.client.remote import ServerError
from judge.errors import (
    Fault,
    HostError,
    JudgeError,
    ProblemError,
    SubmissionError,
    UnreachableError,
    UsageError,
)
from judge.verdict import Verdict


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tracebacks of these tests land beside them, not in the machine's folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def status(error: BaseException) -> int:
    """Return the exit status that an error becomes."""
    with pytest.raises(click.exceptions.Exit) as caught, report_errors():
        raise error
    return caught.value.exit_code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (SubmissionError("x"), 2),
        (ProblemError("x", [Fault("a", "b", "c", "d")]), 2),
        (HostError("x"), 3),
        (JudgeError("x"), 3),
        (ServerError("x"), 3),
        (ZeroDivisionError("x"), 3),
        (RecursionError(), 3),
        (UnreachableError("x"), 4),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
    ],
)
def test_every_error_has_its_exit_status(error: BaseException, code: int) -> None:
    """A script tells mistakes, our own faults, absent servers and interruptions apart."""
    assert status(error) == code


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "ulimit -n"),
        (OSError(errno.ENOSPC, "No space left on device"), "JUDGE_CACHE_DIR"),
        (MemoryError(), "no memory left"),
        (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "ulimit -u"),
        (RuntimeError("can't start new thread"), "ulimit -u"),
    ],
)
def test_a_machine_that_runs_short_is_told_in_one_sentence(
    error: BaseException, words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """With the next step, and without a traceback for which there may be no room."""
    assert status(error) == 3
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_exit_status(verdict: Verdict) -> None:
    """0 is accepted, 3 our own fault, and everything else 1."""
    expected = {Verdict.ACCEPTED: 0, Verdict.INTERNAL_ERROR: 3}.get(verdict, 1)
    assert status_of(verdict) == expected


def test_an_error_is_one_message_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """The message alone, escaped, and nothing on standard output."""
    status(UsageError("no such file '\x1b[31m\u202e'"))
    shown = capsys.readouterr()
    assert shown.err == "judge: no such file '\\x1b[31m\\u202e'\n"
    assert shown.out == ""


def test_all_faults_of_a_package_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of a long message stay lines."""
    status(ProblemError("x", [Fault("a", "b", "c", "d"), Fault("e", "f", "g", "h")]))
    assert capsys.readouterr().err.count("\n") == 3


def test_our_own_fault_is_one_line_and_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback is thrown at people; it is kept, readable by its owner only."""
    monkeypatch.delenv("JUDGE_DEBUG", raising=False)
    status(ZeroDivisionError("surprise"))
    shown = capsys.readouterr().err
    assert shown.startswith("judge: internal error, the judge's own fault: ZeroDivisionError: sur")
    assert shown.count("\n") == 1
    found = re.search(r"the traceback is in (\S+)", shown)
    assert found is not None
    assert Path(found[1]).read_text().startswith("Traceback")
    assert Path(found[1]).stat().st_mode & 0o777 == 0o600


def test_a_traceback_that_cannot_be_kept_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file can be made, the words say how to see the traceback."""
    monkeypatch.delenv("JUDGE_DEBUG", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    status(ZeroDivisionError("surprise"))
    assert "set JUDGE_DEBUG=1 to see the traceback" in capsys.readouterr().err


def test_the_traceback_is_shown_when_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """JUDGE_DEBUG=1 shows it in place."""
    monkeypatch.setenv("JUDGE_DEBUG", "1")
    status(ZeroDivisionError("surprise"))
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_clicks_own_ends_pass_through() -> None:
    """What click says about options stays click's."""
    with pytest.raises(click.UsageError), report_errors():
        raise click.UsageError("x")
    with pytest.raises(click.exceptions.Exit) as caught, report_errors():
        raise click.exceptions.Exit(1)
    assert caught.value.exit_code == 1


def test_a_reader_that_went_away_is_noticed_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output that is still buffered when the command ends is flushed where it can be told."""
    read, write = os.pipe()
    os.close(read)
    with open(write, "w") as stream:  # noqa: PTH123 - of a descriptor
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(click.exceptions.Exit) as caught, report_errors():
            stream.write("x")
        assert caught.value.exit_code == 141


def test_an_exit_of_foreign_code_is_no_end_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    """`sys.exit(0)` in a package would look like an accepted solution; the line is told."""
    assert status(SystemExit(0)) == 2
    told_words = capsys.readouterr().err
    assert "the code of a problem package ended the judge: sys.exit(0)" in told_words
    assert "test_exit_status.py:" in told_words


def test_an_interrupt_while_a_module_is_imported_is_130_as_well(tmp_path: Path) -> None:
    """Python ends by the signal where text that it ran was interrupted; a script reads 130."""
    (tmp_path / "interrupted.py").write_text(
        "from judge.cli.exit_status import report_errors\n"
        "import click, sys\n"
        "try:\n"
        "    with report_errors():\n"
        "        exec('raise KeyboardInterrupt')  # as in the making of a dataclass\n"
        "except click.exceptions.Exit as end:\n"
        "    sys.exit(end.exit_code)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, "-m", "interrupted"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, check=False
    )
    assert (done.returncode, done.stderr) == (130, b"judge: interrupted\n")
