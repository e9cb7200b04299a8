"""What the person of this host has judged over HTTP stands in their history, and nobody else's."""

import hashlib
import os
import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from judge.practice import Event, History
from judge.problems import CachedCatalog, Problem, default_catalog
from judge.reports import Judging
from judge.service.histories.own_history import local_history
from judge.service.workers.worker import Worker
from judge.settings import Settings
from judge.storage import LOCAL_OWNER, LeaseQueue, NewRow, Scope, Submissions, Tokens
from judge.submission import Submission
from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, PORT, SOURCE, app_of, settings, store
from tests.waiting import until

TEXT = SOURCE["source"].encode()


def kept(folder: Path) -> list[Event]:
    return History(folder / "data", pytest.fail).read()


def client_with(folder: Path, history: History | None) -> TestClient:
    app = app_of(folder, FakeJudge(), history=history)
    return TestClient(app, base_url=f"http://127.0.0.1:{PORT}", headers=BEARER)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "data", pytest.fail)


def test_a_submission_is_kept_once_under_its_own_id(tmp_path: Path, history: History) -> None:
    """With source and report; a run is an event for each input."""
    with client_with(tmp_path, history) as client:
        answer = client.post("/v1/submissions?wait=true", json=SOURCE).json()
        inputs = [{"root": [1, 2], "p": 1, "q": 2}, {"root": [1, 2], "p": 2, "q": 2}]
        assert client.post("/v1/runs", json={**SOURCE, "inputs": inputs}).status_code == 200
        assert client.post("/v1/runs", json=SOURCE).status_code == 200
    submitted, first, second, samples = kept(tmp_path)
    assert (submitted.id, submitted.kind, submitted.verdict) == (answer["id"], "submit", "AC")
    assert submitted.source == hashlib.sha256(TEXT).hexdigest()
    assert History(tmp_path / "data", pytest.fail).text(submitted.source) == TEXT
    assert [one.facts["arguments"] for one in (first, second, samples)] == [*inputs, None]
    assert {one.kind for one in (first, second, samples)} == {"run"}


def test_the_work_of_others_is_not_kept(tmp_path: Path, history: History) -> None:
    """A hosted user's events are not the host's."""
    _, secret = Tokens(store(tmp_path)).issue("ann", [Scope.READ, Scope.SUBMIT])
    theirs = {"Authorization": f"Bearer {secret}"}
    with client_with(tmp_path, history) as client:
        for path in ("/v1/submissions?wait=true", "/v1/runs"):
            assert client.post(path, json=SOURCE, headers=theirs).status_code == 200
    assert kept(tmp_path) == []


def test_a_history_that_fails_costs_no_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says it once."""
    (tmp_path / "data").write_text("no folder")
    history = local_history({"JUDGE_DATA_DIR": str(tmp_path / "data")})
    with client_with(tmp_path, history) as client:
        for path in ("/v1/submissions?wait=true", "/v1/runs"):
            assert client.post(path, json=SOURCE).status_code == 200
    told = [
        one
        for one in caplog.records
        if "history" in one.getMessage() or "recorded" in one.getMessage()
    ]
    assert len(told) == 1


def test_off_keeps_nothing(tmp_path: Path) -> None:
    """As for the command line."""
    environment = {"JUDGE_DATA_DIR": str(tmp_path / "data"), "JUDGE_HISTORY": "off"}
    with client_with(tmp_path, local_history(environment)) as client:
        assert client.post("/v1/submissions?wait=true", json=SOURCE).status_code == 200
    assert not os.path.lexists(tmp_path / "data")


def test_inputs_met_before_are_played_for_the_local_owner_alone(tmp_path: Path) -> None:
    """They lie in the folder of the same history; what others hand in meets none of them."""
    database, met = store(tmp_path), tmp_path / "data" / "met"
    submissions, queue = Submissions(database), LeaseQueue(database)
    seen: dict[bytes, Path | None] = {}

    def judge(submission: Submission, problem: Problem, settings: Settings) -> Judging:
        seen[submission.source] = settings.met_dir
        return FakeJudge().judge(submission, problem, settings)

    worker = Worker(
        *("one", submissions, queue, judge, CachedCatalog(default_catalog())),
        *(settings(tmp_path), lambda _: None),
        met_dir=met,
    )
    for owner in (LOCAL_OWNER, "ann"):
        new = NewRow(owner=owner, problem="lca", language="python", source=owner.encode())
        row, _ = submissions.add(new)
        queue.put(row.id, row.owner, row.urgency)
    thread = threading.Thread(target=worker.work)
    thread.start()
    until(lambda: len(seen) == 2)
    worker.control.drain()
    thread.join()
    database.close()
    assert seen == {b"local": met, b"ann": None}
