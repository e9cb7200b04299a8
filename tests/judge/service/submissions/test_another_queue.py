"""The service on a queue that is not the store's: in memory, and failing when it is told to."""

import sqlite3
from contextlib import closing
from pathlib import Path

from starlette.testclient import TestClient

from judge.storage.database import StoreError
from judge.storage.records import Urgency
from judge.storage.submissions import Submissions
from judge.testing import FakeJudge
from tests.judge.service.apps import SOURCE, client_of, settings, store
from tests.judge.storage.memory_queue import MemoryQueue
from tests.waiting import until


def place_of(client: TestClient) -> str:
    return str(client.post("/v1/submissions", json=SOURCE).headers["location"])


def status_of(client: TestClient, place: str) -> str:
    return str(client.get(place).json()["status"])


def test_the_service_runs_on_another_queue(tmp_path: Path, fake: FakeJudge) -> None:
    """Handed in, counted, cancelled, judged and streamed; the store's lease table stays empty."""
    fake.gate.clear()
    with client_of(tmp_path, fake, queue=MemoryQueue()) as client:
        first, second, third = (place_of(client) for _ in range(3))
        until(lambda: status_of(client, first) == "running")
        figures = client.get("/metrics").text
        assert "judge_leased 1.0" in figures
        assert "judge_queue_depth 2.0" in figures
        with closing(sqlite3.connect(settings(tmp_path).state_dir / "judge.db")) as store:
            assert store.execute("SELECT count(*) FROM job").fetchall() == [(0,)]
        assert client.delete(second).json()["status"] == "cancelled"
        fake.gate.set()
        with client.stream("GET", f"{third}/events") as stream:
            assert "event: report" in list(stream.iter_lines())
        assert [status_of(client, place) for place in (first, second)] == ["done", "cancelled"]
        assert client.get("/readyz").status_code == 200
    assert len(fake.judged) == 2


def test_an_empty_queue_is_filled_from_the_rows(tmp_path: Path, fake: FakeJudge) -> None:
    """A queue that was lost with its process loses no submission."""
    with client_of(tmp_path, fake, queue=MemoryQueue(), there=False) as client:
        place = place_of(client)
    queue = MemoryQueue()
    with client_of(tmp_path, fake, queue=queue) as client:
        until(lambda: status_of(client, place) == "done")
        until(lambda: queue.ids() == set())


def test_a_queue_that_was_lost_in_the_middle_of_judging_counts_on(
    tmp_path: Path, fake: FakeJudge
) -> None:
    """What was begun under leases of the lost one is begun again, though the new one has none."""
    with client_of(tmp_path, fake, queue=MemoryQueue(), there=False) as client:
        place = place_of(client)
    database = store(tmp_path)
    assert Submissions(database).start(place.rpartition("/")[2], "lost", 3) is not None
    database.close()
    with client_of(tmp_path, fake, queue=MemoryQueue()) as client:
        until(lambda: status_of(client, place) == "done")


class FailingQueue(MemoryQueue):
    """Loses one id: it fails when that is put in."""

    failing = True

    def put(self, id_: str, owner: str, urgency: Urgency, attempts: int = 0) -> None:
        if self.failing:
            self.failing = False
            raise StoreError("the broker is gone")
        super().put(id_, owner, urgency, attempts)


def test_what_the_queue_did_not_take_is_queued_when_it_is_tidied(
    tmp_path: Path, fake: FakeJudge
) -> None:
    """The client was told 503, and its row is kept: asking again with the key, it is judged."""
    key = {"Idempotency-Key": "one"}
    with client_of(tmp_path, fake, queue=FailingQueue()) as client:
        refused = client.post("/v1/submissions", json=SOURCE, headers=key)
        assert refused.status_code == 503
        tidy = client.app.state.dispatcher.tidy  # type: ignore[attr-defined]  # ASGI apps have no type
        assert client.portal is not None
        client.portal.call(tidy)
        waiting = key | {"Prefer": "wait=20"}
        again = client.post("/v1/submissions", json=SOURCE, headers=waiting)
        assert again.json()["status"] == "done"
    assert len(fake.judged) == 1
