import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.errors import HostError, JudgeError, UsageError
from judge.service.routes.headers import LONGEST_WAIT_SECONDS, preferred_wait
from judge.service.routes.rounds import COMMANDS
from judge.testing import FakeJudge
from tests.judge.service.apps import SERVICE, SOURCE, client_of
from tests.waiting import until

PROBLEM_JSON = "application/problem+json"


def state(client: TestClient, ticket: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/v1/submissions/{ticket}").json()
    return found


def submit(client: TestClient, query: str = "") -> str:
    return str(client.post(f"/v1/submissions{query}", json=SOURCE).json()["id"])


def test_a_misspelt_problem_is_told_its_nearest_name(open_client: TestClient) -> None:
    """A typing slip is mended by the message."""
    answer = open_client.post("/v1/submissions", json={**SOURCE, "problem": "lcaa"})
    assert answer.status_code == 404
    assert "lca" in answer.json()["detail"]


def test_a_submission_is_taken_at_once_and_its_report_comes_later(
    client: TestClient, fake: FakeJudge
) -> None:
    """202 says where to look; the report there is the command line's own."""
    fake.gate.clear()
    taken = client.post("/v1/submissions", json=SOURCE)
    assert taken.status_code == 202
    place = taken.headers["location"]
    assert taken.headers["retry-after"].isdigit()
    assert place == f"/v1/submissions/{taken.json()['id']}"
    until(lambda: client.get(place).json()["status"] == "running")
    assert client.get(place).json()["report"] is None
    fake.gate.set()
    until(lambda: client.get(place).json()["status"] == "done")
    report = client.get(place).json()["report"]
    assert report["verdict"] == "AC"
    assert report["submission"]["bytes"] == len(SOURCE["source"])
    assert [one.source.decode() for one in fake.judged] == [SOURCE["source"]]


@pytest.mark.parametrize(
    ("query", "headers"), [("?wait=true", {}), ("", {"Prefer": "respond-async, wait=5"})]
)
def test_who_waits_gets_the_report_with_the_answer(
    client: TestClient, query: str, headers: dict[str, str]
) -> None:
    """One request is enough for a script."""
    answer = client.post(f"/v1/submissions{query}", json=SOURCE, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["report"]["verdict"] == "AC"
    assert answer.headers.get("preference-applied") == ("wait=5" if headers else None)


def test_a_report_that_is_not_there_in_time_is_202(client: TestClient, fake: FakeJudge) -> None:
    """Waiting has an end, and the submission goes on."""
    fake.gate.clear()
    answer = client.post("/v1/submissions", json=SOURCE, headers={"Prefer": "wait=0"})
    assert answer.status_code == 202
    assert answer.headers["preference-applied"] == "wait=0"


@pytest.mark.parametrize(
    ("prefer", "seconds"),
    [
        ("", None),
        ("wait=10", 10),
        ("respond-async, wait = 3", 3),
        ("wait=2;x=y", 2),
        ("wait=-1", None),
        ("wait=1e9", None),
        ("wait=", None),
        ("waiting=3", None),
        ("wait=99999999", LONGEST_WAIT_SECONDS),
        ("wait=" + "9" * 5_000, LONGEST_WAIT_SECONDS),
        ("wait=" + "0" * 5_000 + "7", 7),
        ("wait=00", 0),
        ("Wait=5", 5),
        ('WAIT="5"', 5),
    ],
)
def test_a_preference_is_read_as_the_standard_has_it(prefer: str, seconds: int | None) -> None:
    """What is no number of seconds is no wish; nobody can wish for more than is granted."""
    assert preferred_wait(prefer) == seconds


@pytest.mark.parametrize(
    ("place", "parameter"),
    [
        ("/v1/problems?limit=2", "limit"),
        ("/v1/problems/lca?verbose=1", "verbose"),
        ("/v1/submissions?limt=2", "limt"),
        ("/v1/submissions?limit=2&limit=3", "limit"),
        ("/v1/submissions?limit=2&%F0%9F%90%8D=", "\N{SNAKE}"),
    ],
)
def test_a_query_parameter_that_is_unknown_or_double_is_refused(
    open_client: TestClient, place: str, parameter: str
) -> None:
    """Not passed over: who misspells a limit would take the first page for all there is."""
    answer = open_client.get(place)
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["errors"]] == [f"query.{parameter}"]


def test_submissions_are_judged_one_at_a_time_in_their_order(
    client: TestClient, fake: FakeJudge
) -> None:
    """The second one waits, and says so."""
    fake.gate.clear()
    first, second = submit(client), submit(client)
    until(lambda: state(client, first)["status"] == "running")
    assert state(client, second)["status"] == "queued"
    fake.gate.set()
    until(lambda: state(client, second)["status"] == "done")
    assert state(client, first)["status"] == "done"


def test_a_full_queue_says_come_back(tmp_path: Path) -> None:
    """Nobody can pile up work without end: 503, and when to try again."""
    fake = FakeJudge()
    fake.gate.clear()
    with client_of(tmp_path, fake, service=replace(SERVICE, room=2)) as client:
        submit(client)
        submit(client)
        refused = client.post("/v1/submissions", json=SOURCE)
        assert refused.status_code == 503
        assert refused.headers["retry-after"].isdigit()
        fake.gate.set()
        until(lambda: client.post("/v1/submissions", json=SOURCE).status_code == 202)


def test_a_waiting_submission_can_be_cancelled(client: TestClient, fake: FakeJudge) -> None:
    """What is cancelled in the queue is never run."""
    fake.gate.clear()
    first, second = submit(client), submit(client)
    until(lambda: state(client, first)["status"] == "running")
    assert client.delete(f"/v1/submissions/{second}").json()["status"] == "cancelled"
    fake.gate.set()
    until(lambda: state(client, first)["status"] == "done")
    assert state(client, second) | {"status": "cancelled", "report": None} == state(client, second)
    assert len(fake.judged) == 1


def test_a_running_submission_can_be_cancelled(client: TestClient, fake: FakeJudge) -> None:
    """It ends at its next step, its sandbox is closed, and no report appears."""
    fake.gate.clear()
    ticket = submit(client)
    until(lambda: state(client, ticket)["status"] == "running")
    assert client.delete(f"/v1/submissions/{ticket}").status_code == 200
    until(lambda: state(client, ticket)["status"] == "cancelled")
    until(lambda: fake.closed == 1)
    assert state(client, ticket)["report"] is None


def test_what_is_judged_cannot_be_cancelled(client: TestClient) -> None:
    """A verdict stays."""
    ticket = submit(client, "?wait=true")
    assert client.delete(f"/v1/submissions/{ticket}").status_code == 409
    assert state(client, ticket)["status"] == "done"


def test_ids_cannot_be_guessed(client: TestClient) -> None:
    """128 random bits each; another one is 404, of whatever form."""
    ids = {submit(client, "?wait=true") for _ in range(8)}
    assert len(ids) == 8
    assert all(len(bytes.fromhex(one)) == 16 for one in ids)
    for wrong in ("0" * 32, "1", "..", "%00", "a" * 5_000):
        for answer in (
            client.get(f"/v1/submissions/{wrong}"),
            client.delete(f"/v1/submissions/{wrong}"),
            client.get(f"/v1/submissions/{wrong}/events"),
        ):
            assert answer.status_code in (404, 405)
            assert answer.headers["content-type"] == PROBLEM_JSON


def test_submissions_are_listed_newest_first_in_pages(client: TestClient) -> None:
    """Following `next` shows every submission once."""
    ids = [submit(client, "?wait=true") for _ in range(5)]
    seen: list[str] = []
    address: str | None = "/v1/submissions?limit=2"
    while address is not None:
        page = client.get(address).json()
        seen += [one["id"] for one in page["submissions"]]
        assert all(one["verdict"] == "AC" for one in page["submissions"])
        address = page["next"]
    assert seen == ids[::-1]


@pytest.mark.parametrize(
    "failure", [HostError("no space in /secret/place"), ZeroDivisionError("/secret/place")]
)
def test_a_failure_of_the_judge_is_ie_and_its_cause_is_in_the_log_alone(
    client: TestClient, fake: FakeJudge, failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """An internal error is never counted against anybody, and tells strangers nothing."""
    fake.raises = failure
    with caplog.at_level(logging.ERROR):
        answer = client.post("/v1/submissions?wait=true", json=SOURCE)
    assert answer.status_code == 200
    assert answer.json()["report"]["verdict"] == "IE"
    assert "secret" not in answer.text
    # Of what nobody foresaw only the place: its message may hold a hidden input.
    foreseen = isinstance(failure, HostError)
    assert ("/secret/place" in caplog.text) is foreseen
    assert foreseen or "ZeroDivisionError" in caplog.text
    assert answer.json()["id"] in caplog.text
    fake.raises = None
    assert state(client, submit(client, "?wait=true"))["report"]["verdict"] == "AC"


def test_a_run_gives_what_was_played_and_keeps_nothing(client: TestClient, fake: FakeJudge) -> None:
    """One's own input goes to the judge as it is; hostile text comes back as JSON."""
    given = {"root": [1, 2], "p": 1, "q": 2}
    answer = client.post("/v1/runs", json={**SOURCE, "input": given})
    assert answer.status_code == 200
    assert answer.json()["cases"][0]["stdout"] == "\ud800"
    assert fake.inputs == [given]
    assert client.get("/v1/submissions").json()["submissions"] == []


def test_a_run_outside_the_constraints_is_the_users_mistake(
    client: TestClient, fake: FakeJudge
) -> None:
    """The message says what is wrong with the input."""
    fake.raises = UsageError("p is no node of the tree")
    answer = client.post("/v1/runs", json=SOURCE)
    assert answer.status_code == 422
    assert answer.json()["detail"] == "p is no node of the tree"


@pytest.mark.parametrize(
    ("error", "status"), [(HostError("/secret"), 503), (JudgeError("/secret"), 500)]
)
def test_a_run_that_fails_inside_tells_no_secrets(
    client: TestClient, fake: FakeJudge, error: JudgeError, status: int
) -> None:
    """The log says why; the answer does not."""
    fake.raises = error
    answer = client.post("/v1/runs", json=SOURCE)
    assert answer.status_code == status
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ('{"root": [1, 2], "p": 1}', 422),
        ('{"root": [1, 2], "p": 1, "q": 2, "z": 3}', 422),
        ('{"root": [1, 2], "p": NaN, "q": 2}', 422),
        ('{"root": [1, 2], "p": 1e999, "q": 2}', 422),
        ('{"\\ud800": 1}', 422),
        ("[1, 2]", 422),
        ('{"root": ' + "[" * 90 + "]" * 90 + ', "p": 1, "q": 2}', 200),
        ('{"root": ' + "[" * 400 + "]" * 400 + ', "p": 1, "q": 2}', 422),
        ('{"root": ["\\ud800"], "p": 1, "q": 2}', 200),
    ],
)
def test_an_input_must_be_json_that_names_each_argument_once(
    open_client: TestClient, given: str, status: int
) -> None:
    """Any other input is refused before anything runs; odd values are the judge's to look at."""
    body = json.dumps({**SOURCE, "input": 0}).replace('"input": 0', f'"input": {given}')
    answer = open_client.post(
        "/v1/runs", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 500_000, 400),
        (b'{"problem": ' + b"1" * 100_000 + b"}", 400),
        (b"null", 422),
        (b"[]", 422),
        (b'{"problem": "lca"}', 422),
        (b'{"problem": NaN, "source": "x"}', 422),
        (b'{"problem": ["lca"], "source": "x"}', 422),
        (b'{"problem": "lca", "source": 1}', 422),
        (b'{"problem": "lca", "source": "x", "language": "cobol"}', 422),
        (b'{"problem": "lca", "source": "x", "time_limit": 0}', 422),
        (b'{"problem": "lca", "source": "x", "\\ud800": 0}', 422),
        (b'{"problem": "lca", "source": "x", "memory_bytes": 1}', 422),
        (b'{"problem": "../lca", "source": "x"}', 404),
        (b'{"problem": "\\u0000", "source": "x"}', 404),
    ],
)
def test_a_body_of_another_shape_is_refused_and_never_a_500(
    open_client: TestClient, open_judge: FakeJudge, body: bytes, status: int
) -> None:
    """Whatever is sent, the answer is a problem document; limits cannot be sent at all."""
    headers = {"Content-Type": "application/json"}
    before = len(open_judge.judged)
    answer = open_client.post("/v1/submissions", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert answer.json()["status"] == status
    assert len(open_judge.judged) == before


@pytest.mark.parametrize("text", ["\ud800", "\0", "\r\n\ufeff", "é" * 1_000, "\x1b[31m"])
def test_any_text_is_a_source_that_can_be_judged(
    open_client: TestClient, open_judge: FakeJudge, text: str
) -> None:
    """What a text is worth is the judge's to say: even text that no file can hold."""
    body = json.dumps({**SOURCE, "source": text})
    headers = {"Content-Type": "application/json"}
    answer = open_client.post("/v1/submissions?wait=true", content=body, headers=headers)
    assert answer.status_code == 200
    assert open_judge.judged[-1].source == text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("source", [b"x = '\xff'", b"\xed\xb3\xbf", bytes(range(256)) * 2])
def test_a_file_that_is_not_utf_8_comes_through_as_it_is(
    open_client: TestClient, open_judge: FakeJudge, source: bytes
) -> None:
    """Its stray bytes travel as lone surrogates, so that its report is the command line's own."""
    body = json.dumps({**SOURCE, "source": source.decode("utf-8", "surrogateescape")})
    headers = {"Content-Type": "application/json"}
    open_client.post("/v1/submissions?wait=true", content=body, headers=headers)
    assert open_judge.judged[-1].source == source


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/docs", 404),
        ("GET", "/redoc", 404),
        ("GET", "/v1", 404),
        ("GET", "/v1/submissions/", 404),
        ("GET", "/v1/submissions?limit=0", 422),
        ("GET", "/v1/submissions?limit=1000000", 422),
        ("GET", "/v1/submissions?after=nope", 404),
        ("DELETE", "/v1/problems", 405),
        ("GET", "/v1/runs", 405),
    ],
)
def test_every_error_is_a_problem_document(
    open_client: TestClient, method: str, path: str, status: int
) -> None:
    """RFC 9457 throughout, the framework's own errors included."""
    answer = open_client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert {"type", "title", "status", "detail"} <= set(answer.json())


def test_the_events_of_a_submission_end_with_its_report(
    client: TestClient, fake: FakeJudge
) -> None:
    """An editor sees progress without asking again and again."""
    fake.gate.clear()
    first, second = submit(client), submit(client)
    names = []
    with client.stream("GET", f"/v1/submissions/{second}/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        for line in answer.iter_lines():
            if line.startswith("event: "):
                names.append(line.removeprefix("event: "))
                fake.gate.set()
            if line.startswith("data: "):
                data = json.loads(line.removeprefix("data: "))
    assert state(client, first)["status"] == "done"
    assert names[0] == "queued"
    assert names[-1] == "report"
    assert data["report"]["verdict"] == "AC"


def test_the_description_names_every_route_of_the_contract(open_client: TestClient) -> None:
    """Clients can be generated from /openapi.json."""
    paths = open_client.get("/openapi.json").json()["paths"]
    assert {path: set(methods) for path, methods in paths.items()} == {
        "/v1/problems": {"get"},
        "/v1/problems/find": {"post"},
        "/v1/problems/{slug}": {"get"},
        "/v1/problems/{slug}/start": {"post"},
        "/v1/problems/{slug}/hints": {"post"},
        "/v1/problems/{slug}/editorial": {"post"},
        "/v1/problems/{slug}/solutions": {"post"},
        "/v1/history": {"get"},
        "/v1/history/{id}": {"get"},
        "/v1/progress": {"get"},
        "/v1/rounds": {"get", "post"},
        "/v1/rounds/{id}": {"get"},
        **{f"/v1/rounds/{{id}}/{name}": {"post"} for name in COMMANDS},
        "/v1/due": {"get"},
        "/v1/next": {"get"},
        "/v1/submissions": {"get", "post"},
        "/v1/submissions/{id}": {"get", "delete"},
        "/v1/submissions/{id}/source": {"get"},
        "/v1/submissions/{id}/pytest": {"get"},
        "/v1/submissions/{id}/events": {"get"},
        "/v1/runs": {"post"},
        "/v1/results": {"get"},
        "/v1/session": {"get"},
        "/v1/login-codes": {"post"},
        "/v1/drafts/{slug}": {"get", "put", "delete"},
        "/v1/drafts/{slug}/versions": {"get"},
        "/v1/drafts/{slug}/versions/{id}": {"get"},
        "/v1/rejudgings": {"get", "post"},
        "/v1/rejudgings/{id}": {"get"},
        **{f"/v1/rejudgings/{{id}}/{act}": {"post"} for act in ("stop", "resume", "apply")},
        "/v1/rejudgings/{id}/reports/{submission}": {"get"},
        "/login": {"post"},
        "/logout": {"post"},
        "/metrics": {"get"},
        "/healthz": {"get"},
        "/readyz": {"get"},
    }


def test_a_stopping_service_is_not_ready_and_loses_nothing(tmp_path: Path) -> None:
    """A watchdog sees the end coming; what ran is given back, and the next start judges it all."""
    fake = FakeJudge()
    fake.gate.clear()
    with client_of(tmp_path, fake) as client:
        assert client.get("/readyz").status_code == 200
        running, waiting = submit(client), submit(client)
        until(lambda: state(client, running)["status"] == "running")
        client.app.state.dispatcher.stop()  # type: ignore[attr-defined]  # ASGI apps have no type
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200
        assert client.post("/v1/submissions", json=SOURCE).status_code == 503
    assert fake.closed == 1
    fake.gate.set()
    with client_of(tmp_path, fake) as client:
        for ticket in (running, waiting):
            until(lambda ticket=ticket: state(client, ticket)["status"] == "done")  # type: ignore[misc]
            assert state(client, ticket)["report"]["verdict"] == "AC"
