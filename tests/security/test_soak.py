"""Hostile programs, many and together, cost the judge nothing that it does not get back.

`JUDGE_SOAK_RUNS` says how many; the default of `-m slow` is 2,000.
"""

import itertools
import json
import os
import secrets
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from benchmarks.drift import measured
from judge.languages import PYTHON_GUEST
from sandbox import MIB, Limit, Policy, Sandbox, Tier
from tests.processes import descendants, groups_of
from tests.sandbox.programs import header
from tests.security.audit import Audit, adoption
from tests.security.programs import Program, programs
from tests.security.soak import play

pytestmark = pytest.mark.needs("linux", "full")

ROOT = Path(__file__).resolve().parents[2]
RUNS = int(os.environ.get("JUDGE_SOAK_RUNS", "2000"))
#: An honest program with enough work for a clock to read: some 30 ms.
CANARY = b"def echo(n):\n    return sum(i * i % 7 for i in range(400_000)) * 0 + n\n"
GENEROUS = Limit(5.0, 20.0)
PAIRS = 5
#: The programs that wait are others than before, with cgroups and descriptors of other numbers;
#: those are counted, and looked for once more when the pool is closed.
OF_THE_POOL = ("process", "descriptor", "cgroup")
#: The C library keeps what each thread has freed of 16 MiB replies, some 25 MB a thread and no
#: more; told to give it back, it shows what the judge itself holds.
GIVE_BACK = {"MALLOC_MMAP_THRESHOLD_": "131072", "MALLOC_TRIM_THRESHOLD_": "131072"}
#: What it may keep all the same.
SLACK_KIB = 8 * 1024


class Soaking:
    """The soaking process, looked at from outside."""

    def __init__(self, runs: int) -> None:
        self.seed = secrets.randbelow(10**9)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.security.soak", str(runs), str(self.seed)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **GIVE_BACK},
        )
        self.pid = self._process.pid

    def line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))

    def go_on(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def end(self) -> int:
        self._process.communicate()
        return self._process.returncode


def soaked(runs: int) -> None:
    """Soak, and compare what is held and left over with what it was before."""
    with adoption():
        soaking = Soaking(runs)
        before = soaking.line()
        audit, processes = Audit(soaking.pid), settled(soaking.pid)
        soaking.go_on()
        on_the_way = [soaking.line() for _ in range(10)]
        left = [line for line in audit.leftovers(1.0) if not line.startswith(OF_THE_POOL)]
        assert settled(soaking.pid) == processes, soaking.seed
        soaking.go_on()
        folders = groups_of(soaking.pid)
        assert soaking.end() == 0, soaking.seed
        assert not any(folder.exists() for folder in folders), soaking.seed
    assert left == [], soaking.seed
    after = on_the_way[-1]
    assert after["runs"] == runs
    assert after["descriptors"] == before["descriptors"], (on_the_way, soaking.seed)
    assert after["resident_kib"] < before["resident_kib"] + SLACK_KIB, (on_the_way, soaking.seed)


def settled(pid: int, seconds: float = 3.0) -> int:
    """Return how many processes the soaking one has, once that number stands still."""
    deadline = time.monotonic() + seconds
    counts = [-1]
    while time.monotonic() < deadline and counts[-5:] != [counts[-1]] * 5:
        counts.append(len(descendants(pid)))
        time.sleep(0.05)
    return counts[-1]


@pytest.mark.slow
def test_pool_memory_and_descriptors_are_flat_after_many_runs() -> None:
    """Two thousand hostile runs, eight at a time, in an order that the seed tells."""
    soaked(RUNS)


def _canary(sandbox: Sandbox) -> float:
    session = sandbox.session()
    assert session.load(header("echo", "n"), CANARY, GENEROUS).replied
    assert session.prepare(b"[3]", GENEROUS).replied
    called = session.call(b'{"soft_seconds": 10}', GENEROUS)
    assert called.replied
    assert session.read(GENEROUS).payload == b'{"ok":3}'
    session.close()
    return called.cpu_seconds


def _chosen() -> list[Program]:
    names = (
        "a11_many_threads",
        "b02_slow_growth",
        "b05_fill_scratch",
        "c01_fork_bomb",
        "c06_flood_output",
        "c08_many_files",
        "d07_patch_the_interpreter",
        "e04_compute_between_cases",
        "f13_kernel_surface",
    )
    return [program for program in programs() if program.name in names]


def test_an_honest_program_takes_the_same_time_after_a_hostile_one() -> None:
    """CPU time in pairs, one beside a sandbox that no hostile program has met: within 10 %.

    After each program by itself it is within 30 %: five pairs tell no less, and one program that
    makes everything slow would not be seen among nine. What a program leaves behind stays; so those
    that a busy machine puts outside are measured again, with the sandbox as it is.
    """
    policy = Policy(Tier.FULL, memory_bytes=64 * MIB)
    ratios: dict[str, list[float]] = {}
    with Sandbox(policy, PYTHON_GUEST) as clean, Sandbox(policy, PYTHON_GUEST) as stained:
        for hostile in _chosen():
            play(stained, hostile.source)
            ratios[hostile.name] = [_ratio(clean, stained, turn=turn) for turn in range(PAIRS)]
            _measured_again(clean, stained, ratios[hostile.name])
    assert 0.9 < statistics.median(itertools.chain(*ratios.values())) < 1.1, ratios
    assert all(0.7 < statistics.median(found) < 1.3 for found in ratios.values()), ratios


def _measured_again(clean: Sandbox, stained: Sandbox, ratios: list[float]) -> None:
    """Time more pairs, up to five times as many, while their median is outside."""
    for turn in range(4 * PAIRS):
        if turn % PAIRS == 0 and 0.7 < statistics.median(ratios) < 1.3:
            return
        ratios.append(_ratio(clean, stained, turn=turn))


def _ratio(clean: Sandbox, stained: Sandbox, *, turn: int) -> float:
    """Time the canary in both, first in one and then in the other."""
    order = (clean, stained) if turn % 2 else (stained, clean)
    times = {id(sandbox): _canary(sandbox) for sandbox in order}
    return times[id(stained)] / times[id(clean)]


@pytest.mark.slow
def test_the_thousandth_start_costs_what_the_first_ones_did() -> None:
    """CPU time of the fork server and of the program, by tenths: no slow-down over a long life."""
    with Sandbox(Policy(Tier.FULL), PYTHON_GUEST) as sandbox:
        tenths = list(measured(sandbox, 1000))
    first, last = tenths[0], tenths[-1]
    assert last.server < 1.15 * first.server, tenths
    assert last.program < 1.15 * first.program, tenths
