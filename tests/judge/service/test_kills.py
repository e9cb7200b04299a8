"""Nothing is lost and nothing is judged twice, whatever is killed and whenever."""

import contextlib
import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest

from tests import postgres
from tests.judge.service.served import Served, environment_of
from tests.processes import started
from tests.waiting import until

pytestmark = pytest.mark.needs("full")

RIGHT = (Path(__file__).resolve().parents[3] / "examples/lca.py").read_text()
#: Each has its verdict, and they differ so that a mix-up shows.
SOURCES = {
    "AC": RIGHT,
    "WA": "def lca(root, p, q):\n    return root\n",
    "RTE": "def lca(root, p, q):\n    raise KeyError('no')\n",
    "CE": "def lca(root, p, q) return root\n",
}
#: Busy while it is loaded, so that it can be met in the middle.
SLOW = RIGHT + "\nfor _ in range(6_000_000): pass\n"


ON_POSTGRES = pytest.param("postgres", marks=[pytest.mark.needs("postgres"), pytest.mark.slow])


@pytest.fixture(params=["sqlite", ON_POSTGRES])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    own = environment_of(
        JUDGE_STATE_DIR=str(tmp_path / "state"),
        JUDGE_WORKERS="2",
        JUDGE_LEASE_SECONDS="2",
        JUDGE_DRAIN_SECONDS="2",
        JUDGE_SEARCH_EXAMPLES="5",
        JUDGE_SHRINK_CALLS="60",
    )
    if request.param == "sqlite":
        yield own
        return
    with postgres.standing_for(tmp_path) as address:
        yield {**own, "JUDGE_STORE": address}


@contextlib.contextmanager
def serving(environment: dict[str, str]) -> Iterator[Served]:
    server = Served(environment)
    try:
        yield server
    finally:
        server.stop()


def essence(report: dict[str, Any]) -> dict[str, Any]:
    """Return what must be the same however often the judging was disturbed."""
    return {part: report[part] for part in ("verdict", "failure", "cases", "submission")}


class Load:
    """Hands in submissions one after the other, over whatever server is there at the moment."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self.taken: dict[str, str] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._hand_in)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _hand_in(self) -> None:
        number = 0
        while not self._over.is_set():
            verdict = list(SOURCES)[number % len(SOURCES)]
            try:
                # The key makes a repetition safe: an answer may be lost with the server.
                answer = self.server.submit(SOURCES[verdict], "", key=f"key-{number}")
            except (OSError, ValueError, HTTPException):  # cut off in mid-answer
                time.sleep(0.05)
                continue
            self.taken[answer["id"]] = verdict
            number += 1
            self._over.wait(0.25)


class Killer:
    """Kills a worker, the server or both, and starts the server again where it was."""

    def __init__(self, load: Load, seed: int) -> None:
        self._load = load
        self._random = random.Random(seed)
        self._seen: dict[int, str] = {}

    def strike(self) -> None:
        time.sleep(self._random.uniform(0.05, 0.9))
        server = self._load.server
        self._seen |= {pid: started(pid) for pid in server.children()}
        blow = self._random.choice(["worker", "server", "both"])
        workers = server.workers()
        # A second death of one submission's worker would rightly end it as IE.
        if blow == "worker" and workers and not server.rows("SELECT 1 FROM job WHERE deaths > 0"):
            os.kill(self._random.choice(workers), signal.SIGKILL)
            return
        server.kill()
        if blow == "both":
            for pid in workers:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        self._load.server = Served(server.environment, server.port)

    def left_over(self) -> list[int]:
        return [pid for pid, begun in self._seen.items() if begun and started(pid) == begun]


def disturbed(environment: dict[str, str], blows: int, seed: int) -> None:
    """Strike so often under load; every accepted submission must end as the undisturbed one."""
    with serving(environment) as server:
        calm = {
            verdict: essence(server.submit(source)["report"]) for verdict, source in SOURCES.items()
        }
        assert {one["verdict"] for one in calm.values()} == set(SOURCES)
        load = Load(server)
        killer = Killer(load, seed)
        try:
            for _ in range(blows):
                killer.strike()
        finally:
            load.stop()
            server.process = load.server.process
        assert load.taken, "nothing was handed in"
        for id_, verdict in load.taken.items():
            assert essence(server.report_of(id_)["report"]) == calm[verdict]
        kept = server.rows("SELECT id FROM submission WHERE idempotency_key IS NOT NULL")
        assert {row[0] for row in kept} >= set(load.taken)
        assert len(kept) - len(load.taken) in (0, 1), "only the last answer may have been lost"
        assert server.rows("SELECT count(*) FROM job") == [(0,)]
        current = set(server.children())
        until(lambda: not set(killer.left_over()) - current)


def test_kills_at_random_moments_lose_nothing(environment: dict[str, str]) -> None:
    """A handful of kills of a worker, of the server and of both, while submissions come in."""
    disturbed(environment, blows=4, seed=1)


@pytest.mark.slow
def test_kills_at_two_hundred_random_moments_lose_nothing(environment: dict[str, str]) -> None:
    """The same two hundred times."""
    disturbed(environment, blows=200, seed=2)


def test_a_frozen_worker_that_wakes_late_cannot_overwrite(environment: dict[str, str]) -> None:
    """Another worker takes its submission; what the late one writes is not heard."""
    with serving(environment) as server:
        id_ = server.submit(SLOW, "")["id"]
        frozen = server.worker_of(id_)
        time.sleep(0.2)
        os.kill(frozen, signal.SIGSTOP)
        try:
            report = server.report_of(id_)["report"]
        finally:
            os.kill(frozen, signal.SIGCONT)
        row = server.rows("SELECT attempt, finished_at, report FROM submission WHERE id = ?", id_)
        assert (report["verdict"], row[0][0]) == ("AC", 2)
        # The late one finishes or gives up, and serves again; or was killed and replaced.
        other = [server.submit(source)["report"]["verdict"] for source in SOURCES.values()]
        assert other == list(SOURCES)
        query = "SELECT attempt, finished_at, report FROM submission WHERE id = ?"
        assert server.rows(query, id_) == row


def test_a_submission_that_kills_its_worker_twice_is_ie_and_the_others_go_on(
    environment: dict[str, str],
) -> None:
    """Poison does not go round for ever; whoever waits behind it is served."""
    with serving({**environment, "JUDGE_WORKERS": "1"}) as server:
        poison = server.submit(SLOW, "")["id"]
        behind = server.submit(SOURCES["WA"], "")["id"]
        for _ in range(2):
            os.kill(server.worker_of(poison), signal.SIGKILL)
            until(lambda: server.job("worker", poison) is None)
        report = server.report_of(poison)["report"]
        assert report["verdict"] == "IE"
        assert "died 2 times" in report["summary"]
        assert server.report_of(behind)["report"]["verdict"] == "WA"
