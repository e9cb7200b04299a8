"""A worker that freezes or dies in the middle; tests/kills strikes at random moments."""

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.judge.service.served import Served, environment_of
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
