"""Judging again over HTTP: previewed, stopped, resumed, applied; by hosts alone."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.execution.sandboxes import Sandboxes
from judge.problems.problem import Problem
from judge.reports.report import Judging
from judge.settings import Settings
from judge.storage.bounds import Bounds
from judge.storage.records import KeepSources
from judge.storage.tokens import Scope, Tokens
from judge.submission import Submission
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.service.apps import SERVICE, SOURCE, client_of, store
from tests.judge.service.test_promises import bearer
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("each_store")

Answer = dict[str, Any]
REJUDGINGS = "/v1/rejudgings"


class FaultyJudge(FakeJudge):
    """Judges wrongly until its package is mended."""

    verdict = Verdict.WRONG_ANSWER

    def judge(
        self,
        submission: Submission,
        problem: Problem,
        settings: Settings,
        _sandboxes: Sandboxes | None = None,
    ) -> Judging:
        report = yield from super().judge(submission, problem, settings)
        return replace(report, verdict=self.verdict)


@pytest.fixture
def fake() -> FaultyJudge:
    return FaultyJudge()


@pytest.fixture
def client(tmp_path: Path, fake: FaultyJudge) -> Iterator[TestClient]:
    """A client of a service that keeps sources."""
    service = replace(SERVICE, keep_sources=KeepSources.ALL)
    with client_of(tmp_path, fake, service=service) as client:
        yield client
        fake.gate.set()


def judged(client: TestClient, headers: dict[str, str], count: int = 1) -> list[str]:
    """Hand in so many, one after the other; return their ids."""
    waiting = {"Prefer": "wait=20", **headers}
    sent = [client.post("/v1/submissions", json=SOURCE, headers=waiting) for _ in range(count)]
    assert [one.json()["status"] for one in sent] == ["done"] * count
    return [str(one.json()["id"]) for one in sent]


def begun(client: TestClient, **more: object) -> str:
    """Begin a rejudging of `lca`; return its address."""
    answer = client.post(REJUDGINGS, json={"problem": "lca", **more})
    assert answer.status_code == 202, answer.text
    return str(answer.headers["location"])


def preview(client: TestClient, place: str) -> Answer:
    """Return a rejudging once nothing of it waits."""
    until(lambda: client.get(place).json()["waiting"] == 0)
    found: Answer = client.get(place).json()
    return found


def act(client: TestClient, place: str, name: str) -> tuple[int, Answer]:
    answer = client.post(f"{place}/{name}", json={})
    return answer.status_code, answer.json()


def verdict_of(client: TestClient, id_: str, headers: dict[str, str]) -> str:
    report = client.get(f"/v1/submissions/{id_}", headers=headers).json()["report"]
    return str(report["verdict"])


def test_a_fault_of_a_package_is_put_right(
    client: TestClient, fake: FaultyJudge, tmp_path: Path
) -> None:
    """The preview changes nothing; what is applied reaches the owner, and both reports stay."""
    ann = bearer(tmp_path, "ann")
    (id_,) = judged(client, ann)
    fake.verdict = Verdict.ACCEPTED
    place = begun(client, why="case 7 was wrong\n", verdict="WA")
    found = preview(client, place)
    assert found["verdicts"] == [{"before": "WA", "after": "AC", "count": 1}]
    assert [(one["id"], one["after"]) for one in found["changes"]] == [(id_, "AC")]
    assert (found["who"], found["why"]) == ("local", r"case 7 was wrong\n")
    assert verdict_of(client, id_, ann) == "WA"
    status, applied = act(client, place, "apply")
    assert (status, applied["changed"]) == (200, 1)
    assert applied["applied_at"] is not None
    assert verdict_of(client, id_, ann) == "AC"
    both = client.get(f"{place}/reports/{id_}").json()
    assert [both[name]["verdict"] for name in ("before", "after")] == ["WA", "AC"]
    listed = client.get(f"{REJUDGINGS}?problem=lca").json()["rejudgings"]
    assert [f"{REJUDGINGS}/{one['id']}" for one in listed] == [place]
    assert act(client, place, "stop")[0] == 409


def test_it_is_stopped_and_resumed(client: TestClient, fake: FaultyJudge) -> None:
    """What waits is left out at once; nothing is applied while some wait."""
    judged(client, {}, 3)
    fake.gate.clear()
    place = begun(client)
    assert act(client, place, "apply")[0] == 409
    assert client.post(REJUDGINGS, json={"problem": "lca"}).status_code == 409
    status, stopped = act(client, place, "stop")
    assert (status, stopped["stopped"], stopped["waiting"]) == (200, 3, 0)
    fake.gate.set()
    assert act(client, place, "resume")[1]["waiting"] == 3
    assert preview(client, place)["verdicts"] == [{"before": "WA", "after": "WA", "count": 3}]
    assert begun(client, again=True) != place


def test_only_a_host_may(client: TestClient, tmp_path: Path) -> None:
    """A token without the scope `admin` is refused at every route, whatever it asks for."""
    (id_,) = judged(client, {})
    place = begun(client)
    asked = [
        ("POST", REJUDGINGS),
        ("GET", REJUDGINGS),
        ("GET", place),
        ("GET", f"{place}/reports/{id_}"),
        *(("POST", f"{place}/{name}") for name in ("stop", "resume", "apply")),
    ]
    body = {"problem": "lca", "again": True}
    usual = bearer(tmp_path, "ann", Scope.READ, Scope.SUBMIT, Scope.METRICS)
    for method, path in asked:
        sent = (body if path == REJUDGINGS else {}) if method == "POST" else None
        assert client.request(method, path, headers=usual, json=sent).status_code == 403, path
    host = bearer(tmp_path, "host", Scope.ADMIN)
    assert client.get(place, headers=host).status_code == 200
    began = client.post(REJUDGINGS, json=body, headers=host)
    assert began.status_code == 202
    assert began.json()["who"] != "local", "the id of the token"


def test_a_host_of_some_problems_sees_and_changes_no_other(
    client: TestClient, tmp_path: Path
) -> None:
    """A token that is bound to problems; and one whose time is over looks and changes nothing."""
    judged(client, {})
    place = begun(client)
    other, own, late = (
        {"Authorization": f"Bearer {token(tmp_path, bounds)}"}
        for bounds in (
            Bounds(problems=frozenset({"trie"})),
            Bounds(problems=frozenset({"lca"})),
            Bounds(until=1.0),
        )
    )
    for method, path in [
        ("GET", place),
        ("GET", f"{place}/reports/{'0' * 32}"),
        *(("POST", f"{place}/{name}") for name in ("stop", "resume", "apply")),
    ]:
        sent: dict[str, str] | None = {} if method == "POST" else None
        found = client.request(method, path, headers=other, json=sent)
        missing = path.replace(place, f"{REJUDGINGS}/{'0' * 16}")
        same = client.request(method, missing, headers=other, json=sent)
        assert (found.status_code, found.json()) == (404, same.json()), path
    for query in ("", "?problem=lca"):
        counts = [
            len(client.get(REJUDGINGS + query, headers=one).json()["rejudgings"])
            for one in (other, own, late)
        ]
        assert counts == [0, 1, 1]
    assert client.post(f"{place}/stop", json={}, headers=late).status_code == 403
    assert client.post(f"{place}/stop", json={}, headers=own).status_code == 200


def test_a_token_begins_as_often_as_it_submits(tmp_path: Path, fake: FaultyJudge) -> None:
    """Every beginning copies all submissions."""
    service = replace(SERVICE, keep_sources=KeepSources.ALL, rate_per_minute=2)
    with client_of(tmp_path, fake, service=service) as client:
        host, body = bearer(tmp_path, "host", Scope.ADMIN), {"problem": "lca", "again": True}
        sent = [client.post(REJUDGINGS, json=body, headers=host).status_code for _ in range(3)]
    assert sent == [202, 202, 429]


def token(folder: Path, bounds: Bounds) -> str:
    """Issue a host's token with bounds; return its text."""
    with contextlib.closing(store(folder)) as database:
        return Tokens(database).issue("host", [Scope.ADMIN], bounds)[1]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"problem": "nope"}, 404),
        ({"problem": "lca", "since": "yesterday"}, 422),
        ({"problem": "lca", "since": "2026-01-01T00:00:00"}, 422),
        ({"problem": "lca", "verdict": "XX"}, 422),
        ({"problem": "lca", "why": "\0 \x1b[2J", "since": "0001-01-01T00:00:00+14:00"}, 202),
    ],
)
def test_what_cannot_be_asked_for_is_refused(client: TestClient, body: Answer, status: int) -> None:
    """And whatever a reason holds, a store keeps it and a terminal is safe from it."""
    answer = client.post(REJUDGINGS, json=body)
    assert answer.status_code == status, answer.text
    if status == 202:
        assert answer.json()["why"] == r"\x00 \x1b[2J"


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    """An id that was never given, and a submission that is in another one."""
    judged(client, {})
    place = begun(client)
    assert client.get(f"{REJUDGINGS}/{'0' * 16}").status_code == 404
    assert client.get(f"{place}/reports/{'0' * 32}").status_code == 404
    assert client.get(f"{REJUDGINGS}/%00").status_code == 422
