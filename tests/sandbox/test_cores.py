"""The judge's thread and a program on one core: only over small cases, and never for good."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from sandbox import Sandbox
from sandbox.cores import SharedCore
from sandbox.session import SMALL_BYTES
from tests.sandbox.programs import GENEROUS, SOFT, started

pytestmark = [
    pytest.mark.needs("linux"),
    pytest.mark.skipif(os.cpu_count() == 1, reason="one core"),
]

ALL = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


@pytest.fixture
def pid() -> Iterator[int]:
    """A process that stays as long as its input is open."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.kill()


def cores(pid: int) -> set[int]:
    return os.sched_getaffinity(pid)


def test_both_are_on_one_core_until_the_thread_leaves(pid: int) -> None:
    """The program stays behind on it; a thread that leaves twice has left."""
    shared = SharedCore(pid)
    shared.share()
    assert cores(0) == cores(pid)
    assert len(cores(0)) == 1
    shared.leave()
    shared.leave()
    assert cores(0) == ALL
    assert len(cores(pid)) == 1


def test_parted_the_program_runs_where_it_likes(pid: int) -> None:
    """In the middle of a meeting as well."""
    shared = SharedCore(pid)
    shared.share()
    shared.separate()
    assert cores(0) == cores(pid) == ALL


def test_they_meet_on_the_core_where_the_program_waits(pid: int) -> None:
    """Once chosen it is kept, until they part."""
    shared = SharedCore(pid)
    shared.share()
    first = cores(pid)
    for _ in range(20):
        shared.leave()
        shared.share()
        assert cores(0) == cores(pid) == first
    shared.give_up()
    assert cores(0) == ALL


def test_at_the_end_nobody_is_bound_any_more(pid: int) -> None:
    """Whoever was bound by somebody else stays there."""
    shared = SharedCore(pid)
    shared.give_up()
    shared.share()
    assert cores(0) == cores(pid) == ALL


def test_a_thread_that_may_use_one_core_alone_is_left_there(pid: int) -> None:
    """And so may the program that it meets."""
    core = min(ALL)
    os.sched_setaffinity(0, {core})
    try:
        shared = SharedCore(pid)
        shared.share()
        shared.separate()
        assert cores(0) == {core}
    finally:
        os.sched_setaffinity(0, ALL)


def test_a_host_that_binds_nothing_is_no_error(pid: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither one that refuses it, nor one that has no such call."""

    def refused(pid: int, mask: set[int]) -> None:
        raise PermissionError

    with monkeypatch.context() as denied:
        denied.setattr(os, "sched_setaffinity", refused)
        shared = SharedCore(pid)
        shared.share()
        shared.separate()
    monkeypatch.delattr(os, "sched_setaffinity")
    SharedCore(pid).share()
    assert cores(0) == cores(pid) == ALL


@pytest.mark.needs("full")
def test_small_cases_are_played_on_one_core_and_large_ones_are_not(full: Sandbox) -> None:
    """Between two cases the judge's thread is free: what it starts there is not bound."""
    with closing(started(full, "def f(a): return len(a)\n")) as session:
        program = session.pid
        for size, together in ((1, True), (SMALL_BYTES, False), (2, True)):
            arguments = b'["%s"]' % (b"a" * size)
            assert session.prepare(arguments, GENEROUS).replied
            assert (len(cores(0)) == 1) is together
            assert session.call(SOFT, GENEROUS).replied
            assert session.read(GENEROUS).replied
            assert cores(0) == ALL
            assert (len(cores(program)) == 1) is together


@pytest.mark.needs("full")
@pytest.mark.parametrize("end", ["close", "pin"])
def test_a_session_that_ends_within_a_case_frees_the_thread(full: Sandbox, end: str) -> None:
    """So does one whose program is bound to a core: it stays on that."""
    with closing(started(full, "def f(a): return a\n")) as session:
        session.prepare(b"[1]", GENEROUS)
        if end == "close":
            session.close()
        else:
            session.pin(max(ALL))
            session.call(SOFT, GENEROUS)
            session.read(GENEROUS)
            session.prepare(b"[1]", GENEROUS)
            assert cores(session.pid) == {max(ALL)}
        assert cores(0) == ALL
