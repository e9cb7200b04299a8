"""What the service promises to several people at once: keys, tokens, limits, streams."""

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from judge.errors import HostError
from judge.problems.cached_catalog import CachedCatalog
from judge.problems.catalog import default_catalog
from judge.service.access.access import Address
from judge.service.routes.headers import is_background
from judge.service.settings import ServiceSettings
from judge.service.submissions.event_stream import NOTHING, parse_event_id
from judge.storage.postgres import open_postgres
from judge.storage.sqlite import open_file
from judge.storage.stores import FILE
from judge.storage.tokens import Scope, Tokens
from judge.testing import FakeJudge
from tests import postgres
from tests.judge.service.apps import (
    BEARER,
    PORT,
    SERVICE,
    SOURCE,
    app_of,
    client_of,
    settings,
    store,
)
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("each_store")


def bearer(folder: Path, name: str, *scopes: Scope) -> dict[str, str]:
    """Issue a token and return the header that says it."""
    database = store(folder)
    _, text = Tokens(database).issue(name, scopes or (Scope.READ, Scope.SUBMIT))
    database.close()
    return {"Authorization": f"Bearer {text}"}


def submit(client: TestClient, headers: dict[str, str] | None = None, **body: str) -> Response:
    return client.post("/v1/submissions", json={**SOURCE, **body}, headers=headers)


def test_a_repeated_key_is_the_same_submission(client: TestClient, fake: FakeJudge) -> None:
    """A client that lost the answer asks again and nothing is judged twice."""
    key = {"Idempotency-Key": "one", "Prefer": "wait=10"}
    first, again = submit(client, key), submit(client, key)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert len(fake.judged) == 1


def test_a_key_with_another_body_is_refused(client: TestClient) -> None:
    """A mistake in the client is told, not answered with somebody else's report."""
    assert submit(client, {"Idempotency-Key": "one"}).status_code == 202
    other = submit(client, {"Idempotency-Key": "one"}, source="other")
    assert other.status_code == 422
    assert submit(client, {"Idempotency-Key": "two"}, source="other").status_code == 202


def test_a_key_whose_first_request_is_not_answered_is_409(
    client: TestClient, fake: FakeJudge
) -> None:
    """Until the first is answered nobody can know what it will say."""
    fake.gate.clear()
    key = {"Idempotency-Key": "one"}
    waiting = threading.Thread(target=submit, args=(client, key | {"Prefer": "wait=20"}))
    waiting.start()
    until(lambda: len(fake.judged) == 1)
    refused = submit(client, key)
    assert (refused.status_code, refused.headers["retry-after"]) == (409, "1")
    fake.gate.set()
    waiting.join()
    assert submit(client, key).status_code == 200


def test_another_tokens_submissions_do_not_exist(client: TestClient, tmp_path: Path) -> None:
    """Neither by id, in a list, as a stream, to cancel, nor by the same key."""
    ann, bob = bearer(tmp_path, "ann"), bearer(tmp_path, "bob")
    key = {"Idempotency-Key": "same"}
    place = submit(client, ann | key).headers["location"]
    assert client.get(place, headers=ann).status_code == 200
    for other in (bob, BEARER):
        assert client.get(place, headers=other).status_code == 404
        assert client.delete(place, headers=other).status_code == 404
        assert client.get(f"{place}/events", headers=other).status_code == 404
        assert client.get("/v1/submissions", headers=other).json()["submissions"] == []
    assert submit(client, bob | key).headers["location"] != place


def test_a_scope_allows_what_it_names(client: TestClient, tmp_path: Path) -> None:
    """A scraper reads figures and nothing else; a reader hands nothing in."""
    reader, scraper = bearer(tmp_path, "r", Scope.READ), bearer(tmp_path, "s", Scope.METRICS)
    for headers, allowed in ((reader, "/v1/problems"), (scraper, "/metrics")):
        for path in ("/v1/problems", "/metrics"):
            status = client.get(path, headers=headers).status_code
            assert status == (200 if path == allowed else 403)
        assert submit(client, headers).status_code == 403
        assert client.post("/v1/runs", json=SOURCE, headers=headers).status_code == 403


def test_a_revoked_token_is_refused_at_once(client: TestClient, tmp_path: Path) -> None:
    """Nothing remembers it."""
    ann = bearer(tmp_path, "ann")
    assert client.get("/v1/problems", headers=ann).status_code == 200
    database = store(tmp_path)
    tokens = Tokens(database)
    tokens.revoke(tokens.every()[0].id)
    database.close()
    assert client.get("/v1/problems", headers=ann).status_code == 401


@pytest.mark.parametrize(
    ("service", "status"),
    [
        (replace(SERVICE, rate_per_minute=3), 429),
        (replace(SERVICE, quota_per_day=3), 429),
        (replace(SERVICE, token_room=3), 429),
    ],
)
def test_one_token_cannot_take_all(
    tmp_path: Path, fake: FakeJudge, service: ServiceSettings, status: int
) -> None:
    """Its rate, its quota and its share of the queue end; the others are served."""
    fake.gate.clear()
    with client_of(tmp_path, fake, service=service) as client:
        ann, bob = bearer(tmp_path, "ann"), bearer(tmp_path, "bob")
        assert [submit(client, ann).status_code for _ in range(3)] == [202, 202, 202]
        refused = submit(client, ann)
        assert refused.status_code == status
        assert int(refused.headers["retry-after"]) > 0
        assert submit(client, bob).status_code == 202
        assert submit(client).status_code == 202
        fake.gate.set()


def test_who_waits_in_person_goes_before_background_work(
    client: TestClient, fake: FakeJudge
) -> None:
    """`Priority: u=7` lets others pass; everybody is served in the end."""
    fake.gate.clear()
    submit(client)
    until(lambda: len(fake.judged) == 1)
    for number in range(3):
        submit(client, {"Priority": "u=7"}, source=f"later {number}")
    last = submit(client, source="now").headers["location"]
    fake.gate.set()
    until(lambda: client.get(last).json()["status"] == "done")
    until(lambda: len(fake.judged) == 5)
    order = [one.source.decode() for one in fake.judged]
    assert order.index("now") < order.index("later 2")


@pytest.mark.parametrize(
    ("priority", "background"),
    [("", False), ("u=3", False), ("u=4", True), ("i, u=7", True), ("u=9", False), ("x", False)],
)
def test_a_priority_is_read_as_the_standard_has_it(priority: str, background: bool) -> None:
    """What is none is no wish."""
    assert is_background(priority) is background


def events(answer: Any) -> list[tuple[str, str]]:
    """Return the ids and names of a stream's events up to its end."""
    lines = [line for line in answer.iter_lines() if ": " in line]
    ids = [line.removeprefix("id: ") for line in lines if line.startswith("id: ")]
    names = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    return list(zip(ids, names, strict=True))


def test_a_stream_goes_on_where_its_reader_stopped(client: TestClient, fake: FakeJudge) -> None:
    """Last-Event-ID: nothing twice, nothing missed, and after the last event no more."""
    fake.gate.clear()
    place = submit(client).headers["location"]
    until(lambda: client.get(place).json()["status"] == "running")
    fake.gate.set()
    until(lambda: client.get(place).json()["status"] == "done")
    with client.stream("GET", f"{place}/events") as answer:
        seen = events(answer)
    assert seen[-1] == ("end", "report")
    for id_ in ("1-9999", "0-0", "nonsense"):
        with client.stream("GET", f"{place}/events", headers={"Last-Event-ID": id_}) as answer:
            assert events(answer)[-1] == ("end", "report")
    last = client.get(f"{place}/events", headers={"Last-Event-ID": "end"})
    assert (last.status_code, last.content) == (204, b"")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2-17", (2, 17)),
        ("0-0", (0, 0)),
        ("", NOTHING),
        ("9" * 50, NOTHING),
        ("1-x", NOTHING),
    ],
)
def test_what_is_no_event_id_has_seen_nothing(text: str, seen: tuple[int, int]) -> None:
    """A wrong Last-Event-ID costs events told twice, never one missed."""
    assert parse_event_id(text) == seen


@pytest.mark.parametrize(("seen", "told_again"), [("", True), ("0-0", False)])
def test_a_reader_that_comes_back_is_told_only_what_is_newer(
    client: TestClient, fake: FakeJudge, seen: str, told_again: bool
) -> None:
    """`queued` is an event like any other: whoever has seen it is not told of it again."""
    fake.gate.clear()
    running, waiting = (submit(client).headers["location"] for _ in range(2))
    until(lambda: client.get(running).json()["status"] == "running")
    threading.Timer(0.3, fake.gate.set).start()
    with client.stream("GET", f"{waiting}/events", headers={"Last-Event-ID": seen}) as answer:
        names = [name for _, name in events(answer)]
    assert ("queued" in names, names[-1]) == (told_again, "report")


def test_a_service_that_cannot_judge_is_not_ready(tmp_path: Path, fake: FakeJudge) -> None:
    """No worker: 503 with the reason; the process itself is healthy."""
    with client_of(tmp_path, fake, there=False) as client:
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
        assert client.get("/healthz").status_code == 200


def test_a_host_that_could_not_judge_is_not_ready(client: TestClient, fake: FakeJudge) -> None:
    """Whatever is handed in would be IE: nobody is sent here until one is judged again."""
    fake.raises = HostError("no space in /secret")
    submit(client, {"Prefer": "wait=10"})
    refused = client.get("/readyz")
    assert refused.status_code == 503
    assert "secret" not in refused.text
    fake.raises = None
    submit(client, {"Prefer": "wait=10"})
    assert client.get("/readyz").status_code == 200


class Proof:
    """Whether the sandbox works, as a test wants it."""

    def __init__(self) -> None:
        self.broken = False

    def __call__(self) -> None:
        if self.broken:
            raise HostError("/secret: no namespaces")


@pytest.fixture
def proof(monkeypatch: pytest.MonkeyPatch) -> Proof:
    """A proof that is tried anew whenever it is asked for."""
    monkeypatch.setattr("judge.service.routes.health.PROOF_SECONDS", -1.0)
    return Proof()


def test_a_sandbox_that_fails_makes_it_not_ready(
    tmp_path: Path, fake: FakeJudge, proof: Proof
) -> None:
    """The probe is asked again and again, and what it says stays in the log."""
    with client_of(tmp_path, fake, prove=proof) as client:
        assert client.get("/readyz").status_code == 200
        proof.broken = True
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_the_figures_alone_say_whether_it_is_ready(
    tmp_path: Path, fake: FakeJudge, proof: Proof
) -> None:
    """A client that never asks `/readyz` is told the truth too, and of a change."""
    with client_of(tmp_path, fake, prove=proof) as client:
        assert "judge_ready 1.0" in client.get("/metrics").text
        proof.broken = True
        assert "judge_ready 0.0" in client.get("/metrics").text
        proof.broken = False
        assert "judge_ready 1.0" in client.get("/metrics").text
        client.app.state.dispatcher.stop()  # type: ignore[attr-defined]  # ASGI apps have no type
        assert "judge_ready 0.0" in client.get("/metrics").text


def test_the_figures_tell_how_it_goes(client: TestClient) -> None:
    """Depth, waiting, grading, verdicts and refusals, as Prometheus reads them."""
    submit(client, {"Prefer": "wait=10"})
    client.get("/v1/problems/nope")
    until(lambda: 'judge_verdicts_total{verdict="AC"} 1.0' in client.get("/metrics").text)
    text = client.get("/metrics").text
    for line in (
        "judge_submissions_accepted_total 1.0",
        "judge_queue_depth 0.0",
        "judge_leased 0.0",
        "judge_enqueue_to_start_seconds_count 1.0",
        "judge_grade_seconds_count 1.0",
        'judge_requests_refused_total{status="404"} 1.0',
        "judge_workers 1.0",
        "judge_sandbox_starts_total 5.0",
        "judge_sandboxes_ready 2.0",
    ):
        assert line in text


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the store of a folder as a migration does."""
    address = postgres.address_of(folder)
    if address is not None:
        with postgres.connected(address) as other:
            other.execute("BEGIN; LOCK TABLE submission IN ACCESS EXCLUSIVE MODE")
            yield
        return
    with closing(sqlite3.connect(settings(folder).state_dir / FILE)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a store that is opened wait for a lock as long as a test does, not for seconds."""
    for opens in (open_file, open_postgres):
        assert opens.__kwdefaults__ is not None
        monkeypatch.setitem(opens.__kwdefaults__, "busy_seconds", 0.5)


@pytest.mark.usefixtures("impatient")
def test_a_locked_store_is_503_and_nothing_is_lost(client: TestClient, tmp_path: Path) -> None:
    """The error says nothing of paths; when the lock is gone, all is as before."""
    first = submit(client, {"Prefer": "wait=10"}).json()
    with held(tmp_path):
        refused = submit(client)
    assert refused.status_code == 503
    assert refused.headers["retry-after"].isdigit()
    assert str(tmp_path) not in refused.text
    assert submit(client).status_code == 202
    assert client.get(f"/v1/submissions/{first['id']}").json() == first


def test_problems_can_be_asked_for_by_many_at_once() -> None:
    """One thread reads a package at a time: CPython's parser is not for several."""
    catalog = CachedCatalog(default_catalog())
    with ThreadPoolExecutor(4) as pool:
        found = list(
            pool.map(catalog.get, [slug for slug in catalog.slugs()[:3] for _ in range(4)])
        )
    assert len(found) == 4 * len({problem.slug for problem in found})


def test_a_public_name_is_answered_to_and_no_other(tmp_path: Path, fake: FakeJudge) -> None:
    """The host says what others call this server; a proxy before it may speak TLS."""
    app = app_of(tmp_path, fake, address=Address(PORT, ("judge.example.org",)))
    with TestClient(app, base_url="http://judge.example.org", headers=BEARER) as client:
        assert client.get("/v1/problems/lca").status_code == 200
        own = {"Origin": "https://judge.example.org"}
        assert client.get("/v1/problems/lca", headers=own).status_code == 200
        for wrong in (
            {"Host": "example.org"},
            {"Host": "judge.example.org:1"},
            {"Origin": "https://example.org"},
        ):
            assert client.get("/v1/problems/lca", headers=wrong).status_code == 403
