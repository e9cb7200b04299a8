"""Tokens that are bound to problems, a moment and a number of attempts, over HTTP."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from judge.storage import Bounds, Scope, Tokens
from judge.testing import FakeJudge
from tests.judge.service.apps import SOURCE, client_of, store

SUBMISSIONS, RUNS = "/v1/submissions", "/v1/runs"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with client_of(tmp_path, FakeJudge()) as made:
        yield made


def bearer(folder: Path, **bounds: object) -> dict[str, str]:
    """Return the header of a new token with these bounds."""
    database = store(folder)
    bound = Bounds(**bounds)  # type: ignore[arg-type]  # named by tests
    _, text = Tokens(database).issue("ann", [Scope.READ, Scope.SUBMIT], bound)
    database.close()
    return {"Authorization": f"Bearer {text}"}


def test_a_token_is_for_its_problems_alone(client: TestClient, tmp_path: Path) -> None:
    """It lists and shows no other, runs nothing there and submits nothing."""
    own = bearer(tmp_path, problems=frozenset({"lca"}))
    listed = client.get("/v1/problems", headers=own).json()["problems"]
    assert [one["slug"] for one in listed] == ["lca"]
    assert client.get("/v1/problems/lca", headers=own).status_code == 200
    assert client.post(SUBMISSIONS, json=SOURCE, headers=own).status_code == 202
    other = {**SOURCE, "problem": "lru-cache"}
    for answer in (
        client.get("/v1/problems/lru-cache", headers=own),
        client.post(SUBMISSIONS, json=other, headers=own),
        client.post(RUNS, json=other, headers=own),
    ):
        assert answer.status_code == 403
        assert "this token is for lca" in answer.json()["detail"]


def test_after_its_time_nothing_is_judged_and_reports_stay(
    client: TestClient, tmp_path: Path
) -> None:
    own = bearer(tmp_path, until=time.time() + 3600)
    kept = client.post(SUBMISSIONS, json=SOURCE, headers=own).json()["id"]
    late = bearer(tmp_path, until=time.time() - 1)
    for path in (SUBMISSIONS, RUNS):
        answer = client.post(path, json=SOURCE, headers=late)
        assert answer.status_code == 403
        assert "the time of this token was over at 20" in answer.json()["detail"]
    assert client.get(f"{SUBMISSIONS}/{kept}", headers=own).status_code == 200
    assert client.get(SUBMISSIONS, headers=late).status_code == 200


def test_attempts_are_used_up_however_they_come(client: TestClient, tmp_path: Path) -> None:
    """Ten at once are three; the same key is one attempt; another token has its own."""
    own = bearer(tmp_path, attempts=3)
    keyed = {**own, "Idempotency-Key": "once"}
    for _ in range(2):
        assert client.post(SUBMISSIONS, json=SOURCE, headers=keyed).status_code in {200, 202}

    def submit(_: int) -> int:
        return client.post(SUBMISSIONS, json=SOURCE, headers=own).status_code

    with ThreadPoolExecutor(5) as pool:
        codes = list(pool.map(submit, range(10)))
    assert codes.count(202) == 2, codes
    refused = client.post(SUBMISSIONS, json=SOURCE, headers=own)
    assert refused.status_code == 403
    assert "the 3 attempts of this token are used up" in refused.json()["detail"]
    assert client.post(SUBMISSIONS, json=SOURCE, headers=bearer(tmp_path)).status_code == 202
