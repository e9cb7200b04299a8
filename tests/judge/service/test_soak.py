"""The service stays as small as it was, however much goes through it."""

import itertools
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.judge.service.served import Served, environment_of

pytestmark = pytest.mark.needs("full")

WRONG = "def lca(root, p, q):\n    return {}\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(
        environment_of(
            JUDGE_STATE_DIR=str(tmp_path / "state"), JUDGE_WORKERS="1", JUDGE_SHRINK_CALLS="20"
        )
    )
    yield server
    server.stop()


def resident_kib(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found is not None
    return int(found[1])


def descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def soak(served: Served, warm: int, more: int) -> None:
    """Submit, note how large the processes are, submit more: they must hardly be larger."""
    numbers = itertools.count()

    def one(_: int) -> None:
        answer = served.submit(WRONG.format(f"root  # {next(numbers)}"))
        assert answer["report"]["verdict"] == "WA"

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(warm)))
        pids = [served.process.pid, *served.workers()]
        before = [(resident_kib(pid), descriptors(pid)) for pid in pids]
        list(pool.map(one, range(more)))
    for pid, (kib, open_ones) in zip(pids, before, strict=True):
        assert resident_kib(pid) < kib * 1.1 + 4_096
        assert descriptors(pid) <= open_ones + 8
    assert served.rows("SELECT count(*) FROM submission WHERE status != 'done'") == [(0,)]


@pytest.mark.slow
def test_five_thousand_submissions_leave_the_service_as_small_as_it_was(served: Served) -> None:
    """Memory and descriptors of the server and of its worker stay flat."""
    soak(served, warm=300, more=4_700)


def test_a_few_dozen_submissions_leave_the_service_as_small_as_it_was(served: Served) -> None:
    """A shorter one, that would see a leak of a few hundred kilobytes a submission."""
    soak(served, warm=8, more=22)
