"""A full or closed standard output is told as such, by every command alike."""

import os
import subprocess
import sys
from io import TextIOWrapper
from pathlib import Path

import pytest

from judge.cli.stdout import OutputError, checked_stdout

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("command", ["--help", "--version", "submit --help", "list", "list --json"])
def test_a_full_standard_output_is_one_sentence_and_never_a_verdict(command: str) -> None:
    """No traceback, no word of the cache, and not 1, which means not accepted."""
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "judge", *command.split()],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert done.stderr == "judge: cannot write to standard output: No space left on device\n"
    assert done.returncode == 3


@pytest.mark.parametrize("length", [1, 1_000_000])
def test_what_cannot_be_written_is_known_to_be_standard_output(length: int) -> None:
    """Whether it is told at once or when it is flushed."""
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        stream = checked_stdout(full)
        with pytest.raises(OutputError):
            print("x" * length, file=stream, flush=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())
        stream.close()


def test_a_reader_that_went_away_is_still_told_apart() -> None:
    """It is no fault at all."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        stream = checked_stdout(pipe)
        with pytest.raises(BrokenPipeError):
            print("x", file=stream, flush=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), pipe.fileno())
        stream.close()


def test_a_stream_stays_what_it_was(tmp_path: Path) -> None:
    """The encoding, and what is done with characters it lacks."""
    path = tmp_path / "out"
    with path.open("w", encoding="latin-1", errors="backslashreplace") as file:
        stream = checked_stdout(file)
        assert isinstance(stream, TextIOWrapper)
        print("\xe9\u202e", file=stream, flush=True)
    assert path.read_bytes() == b"\xe9\\u202e\n"
