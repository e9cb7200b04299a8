"""The figures of an honest program are the truth: programs that use a known amount, measured."""

from collections.abc import Iterator

import pytest

from judge.languages import PYTHON_GUEST
from sandbox import MIB, Policy, Sandbox, Tier
from tests.sandbox.programs import GENEROUS, called, started

pytestmark = [pytest.mark.alone, pytest.mark.needs("full")]

SLOW = pytest.mark.slow
WITHIN = 0.05
USED_SECONDS = 0.2
#: The pages that an interpreter touches beside what it is asked to: below 20 MiB they count.
NOISE_BYTES = MIB

BLOCK = "def f(a):\n    block = b'x' * a\n    return len(block)\n"
LIST = "def f(a):\n    cells = [0] * (a // 8)\n    return len(cells)\n"
TWICE = (
    "def f(a):\n    for _ in range(3):\n        block = b'x' * a\n        del block\n    return a\n"
)
SPIN = (
    "import time\ndef f(a):\n    end = time.process_time() + a\n"
    "    while time.process_time() < end: pass\n"
)
THREADS = (
    "import threading, time\ndef spin(end):\n    while time.process_time() < end: pass\n"
    "def f(a):\n    end = time.process_time() + a\n"
    "    threads = [threading.Thread(target=spin, args=(end,)) for _ in range(3)]\n"
    "    for t in threads: t.start()\n    for t in threads: t.join()\n"
)
IN_C = (
    "import hashlib, time\ndef f(a):\n    end = time.process_time() + a\n"
    "    while time.process_time() < end: hashlib.sha256(b'x' * 50_000)\n"
)


@pytest.fixture(scope="module", params=["counted", "resident"])
def measuring(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox that reads memory from its cgroup where there is one, and one that never does."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "resident":
            patch.setattr("sandbox.cgroups.find", lambda: None)
        with Sandbox(Policy(Tier.FULL, memory_bytes=512 * MIB), PYTHON_GUEST) as sandbox:
            yield sandbox


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(4 * MIB, marks=SLOW),
        32 * MIB,
        pytest.param(200 * MIB, marks=SLOW),
    ],
)
@pytest.mark.parametrize("source", [BLOCK, *(pytest.param(s, marks=SLOW) for s in (LIST, TWICE))])
def test_memory_is_what_the_program_took(measuring: Sandbox, source: str, size: int) -> None:
    """Within 5 %, by either method; an interpreter's own pages are not the program's."""
    session = started(measuring, source)
    assert called(session, size).replied
    session.close()
    peak = session.usage().peak_bytes
    method = session.usage().memory_method
    assert peak is not None
    assert abs(peak - size) < max(WITHIN * size, NOISE_BYTES), method
    assert (method == "resident") == ("cgroup" in measuring.missing)


@pytest.mark.parametrize("source", [SPIN, THREADS, IN_C])
def test_cpu_time_is_what_the_program_used(full: Sandbox, source: str) -> None:
    """Within 5 %, threads and work in C together: the program knows what its clock says."""
    session = started(full, source)
    step = called(session, USED_SECONDS)
    session.close()
    assert step.replied
    assert abs(step.cpu_seconds - USED_SECONDS) < WITHIN * USED_SECONDS


def test_sleeping_takes_no_cpu_time(full: Sandbox) -> None:
    """Wall time is another clock."""
    session = started(full, "import time\ndef f(a): time.sleep(a)\n")
    step = called(session, 0.3, GENEROUS)
    session.close()
    assert step.cpu_seconds < 0.02
    assert step.wall_seconds >= 0.3
