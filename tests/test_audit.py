"""The audit finds each kind of thing that could be left behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit import Audit, adoption

pytestmark = pytest.mark.needs("linux")

#: Waits for a line, starts a sleeper in a session of its own, tells its number, waits again.
PARENT = """
import subprocess, sys
sys.stdin.readline()
quiet = subprocess.DEVNULL
sleeper = subprocess.Popen(["sleep", "60"], start_new_session=True, stdin=quiet, stdout=quiet)
print(sleeper.pid, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[str]]:
    with (
        adoption(),
        subprocess.Popen(
            [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process,
    ):
        yield process
        process.kill()


def sleeper_of(process: subprocess.Popen[str]) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("start\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def test_nothing_left_is_nothing_found(tmp_path: Path) -> None:
    """A quiet process leaves nothing."""
    assert Audit(os.getpid(), [os.getuid() + 1], [tmp_path]).leftovers(0.2) == []


def test_a_child_is_found(parent: subprocess.Popen[str]) -> None:
    """A process below the audited one is a leftover, in any session."""
    audit = Audit(parent.pid)
    sleeper = sleeper_of(parent)
    try:
        assert any(f"process {sleeper}" in line for line in audit.leftovers(0.2))
    finally:
        os.kill(sleeper, 9)


def test_an_orphan_is_found(parent: subprocess.Popen[str]) -> None:
    """A process that lost its parent does not get out of sight."""
    keeper = Audit(os.getpid())
    sleeper = sleeper_of(parent)
    parent.communicate("end\n")
    try:
        assert any(f"process {sleeper}" in line for line in keeper.leftovers(0.2))
    finally:
        os.kill(sleeper, 9)
        os.waitpid(sleeper, 0)


def test_a_descriptor_is_found() -> None:
    """An open file that was not open before is a leftover."""
    audit = Audit(os.getpid())
    with Path("/dev/zero").open("rb"):
        assert any("/dev/zero" in line for line in audit.leftovers(0.2))


def test_a_file_is_found(tmp_path: Path) -> None:
    """A new file in a folder of the process's own is a leftover."""
    audit = Audit(os.getpid(), folders=[tmp_path])
    (tmp_path / "left").touch()
    assert [f"file {tmp_path / 'left'}"] == audit.leftovers(0.2)
