"""Data files are shown to one program at a time, by its warden."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.languages import python_guest
from sandbox import MIB, Ending, Policy, Sandbox, SandboxError, Tier
from tests.sandbox.programs import GENEROUS, SOFT, called, started

pytestmark = pytest.mark.needs("full")

READS = """
import os
def f(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        return error.errno
"""
ENOENT, EACCES = 2, 13


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with tempfile.TemporaryDirectory(prefix="shown-") as folder:
        Path(folder).chmod(0o711)  # root's programs go there as another user
        (Path(folder) / "one.log").write_text("first")
        (Path(folder) / "two.log").write_text("second")
        policy = Policy(Tier.FULL, memory_bytes=64 * MIB, data_dir=folder)
        with Sandbox(policy, python_guest(), warm=2) as made:
            yield made


def answer(sandbox: Sandbox, source: str, argument: str, *shown: str) -> object:
    """Return what a program answers that was shown these files."""
    session = started(sandbox, source)
    try:
        for name in shown:
            session.show(name)
        assert called(session, argument).replied
        return json.loads(session.read(GENEROUS).payload)["ok"]
    finally:
        session.close()


def test_a_program_reads_what_it_was_shown_and_nothing_else(sandbox: Sandbox) -> None:
    """Each file by its own name."""
    assert answer(sandbox, READS, "/data/one.log") == ENOENT
    assert answer(sandbox, READS, "/data/one.log", "one.log") == "first"
    assert answer(sandbox, READS, "/data/two.log", "one.log") == ENOENT
    assert answer(sandbox, READS, "/data/two.log", "one.log", "two.log") == "second"


def test_what_one_program_is_shown_another_does_not_see(sandbox: Sandbox) -> None:
    """Both of one server, at the same time."""
    one, other = started(sandbox, READS), started(sandbox, READS)
    one.show("one.log")
    for session, expected in ((one, b'{"ok":"first"}'), (other, b'{"ok":%d}' % ENOENT)):
        assert session.prepare(b'["/data/one.log"]', GENEROUS).replied
        assert session.call(SOFT, GENEROUS).replied
        assert session.read(GENEROUS).payload == expected
        session.close()


def test_a_shown_file_cannot_be_written_nor_the_folder_listed(sandbox: Sandbox) -> None:
    """It is the host's, and shared by all programs."""
    session = started(sandbox, READS.replace("open(path)", "open(path, 'rb+')"))
    session.show("one.log")
    assert called(session, "/data/one.log").ending is Ending.VIOLATION
    session.close()
    lists = READS.replace("with open(path) as file", "if os.listdir(path)")
    assert answer(sandbox, lists, "/data", "one.log") == EACCES


def test_a_file_that_is_not_there_is_the_hosts_failure(sandbox: Sandbox) -> None:
    """With its name; the same one is shown once."""
    session = started(sandbox, READS)
    with pytest.raises(SandboxError, match=r"show a data file: there is no 'three\.log'"):
        session.show("three.log")
    session.show("one.log")
    with pytest.raises(SandboxError, match=r"one\.log"):
        session.show("one.log")
    session.close()


def test_a_program_that_has_ended_is_shown_nothing(sandbox: Sandbox) -> None:
    """Its end is told by the next step, as ever."""
    ends = "import os, threading\nthreading.Timer(0.05, os._exit, (3,)).start()\ndef f(path): ..."
    session = started(sandbox, ends)
    assert session.prepare(b'["x"]', GENEROUS).replied
    while not session._program.has_ended():
        pass
    session.show("one.log")
    assert not session.call(SOFT, GENEROUS).replied
    session.close()
