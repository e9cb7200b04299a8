"""Several servers and workers that share a store: whoever is asked, the answer is the same."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import nats_server, postgres
from tests.judge.service.served import ROOT, Served, environment_of
from tests.processes import descendants
from tests.waiting import until

pytestmark = [pytest.mark.needs("full", "postgres")]

RIGHT = (ROOT / "examples/lca.py").read_text()
#: Busy while it is loaded, so that it can be met in the middle.
SLOW = RIGHT + "\nfor _ in range(12_000_000): pass\n"


class Cluster:
    """Servers and workers of one store, each with a state folder of its own."""

    def __init__(
        self, folder: Path, address: str, stack: contextlib.ExitStack, queue: str = ""
    ) -> None:
        self._folder, self._stack = folder, stack
        self.address = address
        self._queue = {"JUDGE_QUEUE": queue} if queue else {}

    def environment(self, name: str, **own: str) -> dict[str, str]:
        return environment_of(
            JUDGE_STORE=self.address,
            JUDGE_STATE_DIR=str(self._folder / name),
            JUDGE_WORKERS="1",
            JUDGE_LEASE_SECONDS="2",
            JUDGE_DRAIN_SECONDS="2",
            JUDGE_SEARCH_EXAMPLES="5",
            JUDGE_SHRINK_CALLS="60",
            **self._queue,
            **own,
        )

    def server(self, name: str, **own: str) -> Served:
        server = Served(self.environment(name, **own))
        self._stack.callback(server.kill)
        return server

    def worker(self, name: str, **own: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "judge", "worker"],
            cwd=ROOT,
            env=self.environment(name, **own),
            stderr=subprocess.PIPE,
            text=True,
        )
        self._stack.callback(process.communicate)
        self._stack.callback(process.kill)
        assert process.stderr is not None
        assert "workers for postgresql://" in process.stderr.readline()
        return process


BY_NATS = pytest.param("nats", marks=[pytest.mark.needs("nats"), pytest.mark.slow])


@pytest.fixture(params=["postgres", BY_NATS])
def cluster(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Cluster]:
    """Lend a cluster without processes, whose bell is the store's own or NATS."""
    with contextlib.ExitStack() as stack:
        address = postgres.new_database()
        stack.callback(postgres.drop_database, address)
        queue = ""
        if request.param == "nats":
            queue = stack.enter_context(nats_server.serving(nats_server.free_port()))
        yield Cluster(tmp_path, address, stack, queue)


def test_what_one_server_takes_in_every_server_tells(cluster: Cluster) -> None:
    """The report is the same, and steps of a worker of the one reach who watches at the other."""
    one, other = cluster.server("one"), cluster.server("other")
    calm = one.submit(RIGHT)
    assert other.report_of(calm["id"])["report"] == calm["report"]
    # The worker of one of them judges it; each server streams its steps.
    id_ = one.submit(SLOW, "")["id"]
    with ThreadPoolExecutor(2) as pool:
        names = list(pool.map(lambda server: server.events_of(id_), (one, other)))
    assert all(found[-1] == "report" for found in names), names
    assert all("case" in found for found in names)


def test_a_machine_of_workers_that_is_killed_loses_nothing(cluster: Cluster) -> None:
    """Its lease runs out and another takes the submission; nobody is blamed."""
    server, worker = cluster.server("server"), cluster.worker("worker")
    ids = [server.submit(SLOW, "")["id"] for _ in range(2)]
    until(lambda: server.rows("SELECT count(lease) FROM job") == [(2,)])
    for pid in (worker.pid, *descendants(worker.pid)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    reports = [server.report_of(id_)["report"]["verdict"] for id_ in ids]
    assert reports == ["AC", "AC"]
    assert server.rows("SELECT count(*) FROM job") == [(0,)]


@pytest.mark.slow
def test_workers_alone_stop_in_order(cluster: Cluster) -> None:
    """What they judge is given back or finished, and they say that they ended."""
    server, worker = cluster.server("server"), cluster.worker("worker")
    ids = [server.submit(SLOW, "")["id"] for _ in range(2)]
    until(lambda: server.rows("SELECT count(lease) FROM job") == [(2,)])
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=60)
    assert (worker.returncode, said.splitlines()[-1]) == (0, "judge: stopped")
    assert [server.report_of(id_)["report"]["verdict"] for id_ in ids] == ["AC", "AC"]
    assert server.rows("SELECT count(*) FROM job") == [(0,)]


@pytest.mark.slow
def test_a_cancelled_submission_is_stopped_on_another_machine(cluster: Cluster) -> None:
    """The bell tells its worker, which takes the next one."""
    server, other = cluster.server("server"), cluster.server("other")
    endless = "while True: pass\n"
    ids = [server.submit(endless, "")["id"] for _ in range(2)]
    until(lambda: server.rows("SELECT count(lease) FROM job") == [(2,)])
    for id_ in ids:
        other.ask(f"/v1/submissions/{id_}", method="DELETE")
    assert other.submit(RIGHT)["report"]["verdict"] == "AC"


@pytest.mark.parametrize(
    ("store", "words"),
    [("", "need the store of a server"), ("judge.db", "postgresql://user@host/database")],
)
def test_workers_need_a_store_that_is_shared(tmp_path: Path, store: str, words: str) -> None:
    """A file of this machine has its server's own workers."""
    own = {"JUDGE_STORE": store} if store else {}
    ended = subprocess.run(
        [sys.executable, "-m", "judge", "worker"],
        cwd=ROOT,
        env=environment_of(JUDGE_STATE_DIR=str(tmp_path), **own),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert words in ended.stderr
