"""What the routes about practice tell of a history, whose it is, and that it is told once."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.errors import ProblemError
from judge.practice.event import new_event
from judge.practice.history import History
from judge.practice.met import met_on
from judge.problems.catalog import load_problem
from judge.reports.report import Growth, Growths, Ladder, Rung
from judge.service.settings import Hidden, ServiceSettings
from judge.storage.bounds import Bounds
from judge.storage.histories import Happened, Histories
from judge.storage.records import KeepSources
from judge.storage.tokens import Scope, Tokens
from judge.submission import Submission
from judge.testing import FakeJudge, accepted
from tests.judge.service import apps
from tests.judge.service.apps import SERVICE, SOURCE, store
from tests.judge.service.routes.test_hidden_routes import MARK, RUNTIME, telling

READING = ("/v1/history", "/v1/progress", "/v1/due", "/v1/next")
Headers = dict[str, str]


def client_of(folder: Path, fake: FakeJudge, service: ServiceSettings = SERVICE) -> TestClient:
    """Return a client of a service that keeps the local owner's history."""
    return apps.client_of(folder, fake, service=service, history=local(folder))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with client_of(tmp_path, FakeJudge()) as client:
        yield client


def headers_of(folder: Path, name: str, *scopes: Scope) -> Headers:
    """Return the headers of an issued token's owner."""
    database = store(folder)
    _, text = Tokens(database).issue(name, scopes or (Scope.READ, Scope.SUBMIT))
    database.close()
    return {"Authorization": f"Bearer {text}"}


def local(folder: Path) -> History:
    """Return the history that the command line would read."""
    return History(folder / "data", print)


def done(client: TestClient, headers: Headers | None = None, **more: str) -> str:
    """Hand in a submission and return its id once it is judged."""
    answer = client.post("/v1/submissions?wait=true", json={**SOURCE, **more}, headers=headers)
    assert answer.json()["status"] == "done"
    return str(answer.json()["id"])


def events(client: TestClient, headers: Headers | None = None, query: str = "") -> list[Any]:
    """Return the events of a history, newest first."""
    found: list[Any] = client.get(f"/v1/history{query}", headers=headers).json()["events"]
    return found


def test_a_submission_is_in_the_history_of_the_command_line(
    client: TestClient, tmp_path: Path
) -> None:
    """Page, editors and terminal share one store; the id is the submission's."""
    id_ = done(client)
    [event] = events(client)
    assert (event["id"], event["kind"], event["verdict"]) == (id_, "submit", "AC")
    [kept] = local(tmp_path).read()
    assert (kept.id, kept.problem) == (id_, "lca")
    assert kept.source is not None
    assert local(tmp_path).text(kept.source) == SOURCE["source"].encode()
    report = local(tmp_path).text(str(kept.facts["report"]))
    assert report is not None
    assert json.loads(report)["verdict"] == "AC"
    whole = client.get(f"/v1/history/{id_}").json()
    assert whole["event"] == event
    assert whole["text"] == SOURCE["source"]
    assert whole["report"]["summary"] == "accepted: all 1 cases passed"


def test_a_submission_is_told_once(client: TestClient, tmp_path: Path) -> None:
    """However often it is asked for: each asking tells what is not told yet."""
    ids = [done(client) for _ in range(3)]
    for _ in range(3):
        assert [event["id"] for event in events(client)] == ids[::-1]
    lines = (tmp_path / "data" / "history.jsonl").read_bytes().splitlines()
    assert len(lines) == 3


def test_what_another_server_left_untold_is_told_by_the_next(tmp_path: Path) -> None:
    """A history that cannot be written costs no verdict, and is tried again."""
    (tmp_path / "data").write_text("in the way of the folder")
    with client_of(tmp_path, FakeJudge()) as client:
        id_ = done(client)
        assert events(client) == []
        (tmp_path / "data").unlink()
        assert [event["id"] for event in events(client)] == [id_]


def test_a_run_is_in_the_history(client: TestClient) -> None:
    """One event for the samples, and one for each input of one's own."""
    own: list[dict[str, Any]] = [{"root": [1, 2], "p": 1, "q": q} for q in (1, 2)]
    client.post("/v1/runs", json={**SOURCE, "inputs": own})
    client.post("/v1/runs", json=SOURCE)
    samples, *others = events(client)
    assert (samples["kind"], samples["facts"]["own"]) == ("run", False)
    assert [one["facts"]["arguments"] for one in others] == own[::-1]


def test_what_the_local_owner_failed_on_is_met_again(tmp_path: Path) -> None:
    """As after `judge submit`; what others failed on is not played for this person."""
    ann = headers_of(tmp_path, "ann")
    report = telling()
    assert report.failure is not None
    arguments = {"root": [1, 2], "p": 1, "q": 2}
    failure = replace(report.failure, group="generated", arguments=arguments, minimal=True)
    problem = load_problem("lca")
    with client_of(tmp_path, FakeJudge(replace(report, failure=failure))) as client:
        done(client, ann)
        events(client, ann)
        assert met_on(local(tmp_path).met_dir, problem) == []
        id_ = done(client)
        events(client)
        [met] = met_on(local(tmp_path).met_dir, problem)
    assert (met["arguments"], met["event"]) == (arguments, id_)


def test_an_input_outside_the_constraints_is_recorded_as_such(tmp_path: Path) -> None:
    """It is refused, and counts as no own input."""
    fake = FakeJudge()
    fake.raises = ProblemError("lca", [])
    own = {**SOURCE, "input": {"root": [], "p": 1, "q": 2}}
    with client_of(tmp_path, fake) as client:
        assert client.post("/v1/runs", json=own).status_code == 422
        [event] = events(client)
    assert (event["facts"]["valid"], event["verdict"]) == (False, None)


def test_no_owner_sees_what_another_did(tmp_path: Path) -> None:
    """Neither in a list nor by the id, nor in what follows from it."""
    ann, bob = headers_of(tmp_path, "ann"), headers_of(tmp_path, "bob")
    with client_of(tmp_path, FakeJudge()) as client:
        ids = {name: done(client, headers) for name, headers in (("ann", ann), ("me", None))}
        client.post("/v1/problems/lca/hints", json={}, headers=ann)
        client.post("/v1/runs", json=SOURCE, headers=ann)
        for id_ in (*ids.values(), events(client, ann)[0]["id"]):
            assert client.get(f"/v1/history/{id_}", headers=bob).status_code == 404
            assert client.get(f"/v1/history?after={id_}", headers=bob).status_code == 404
        assert events(client, bob) == []
        assert client.get("/v1/progress", headers=bob).json()["problems"] == {}
        due = client.get("/v1/due", headers=bob).json()
        assert not any(due[name] for name in ("asked", "waiting", "done", "later"))
        assert client.get("/v1/problems/lca", headers=bob).json()["hints"] == []
        assert client.post("/v1/problems/lca/editorial", json={}, headers=bob).status_code == 409
        assert [one["kind"] for one in events(client, ann)] == ["run", "hint", "submit"]
        assert [one["id"] for one in events(client)] == [ids["me"]]
    assert [event.id for event in local(tmp_path).read()] == [ids["me"]]


@pytest.mark.parametrize("keep", KeepSources)
def test_texts_are_kept_as_the_host_says(keep: KeepSources, tmp_path: Path) -> None:
    """Reports are there all the same: they lie with the submission."""
    ann = headers_of(tmp_path, "ann")
    service = replace(SERVICE, keep_sources=keep)
    with client_of(tmp_path, FakeJudge(), service=service) as client:
        for headers, kept in ((ann, keep is KeepSources.ALL), (None, keep is not KeepSources.NONE)):
            id_ = done(client, headers)
            client.post("/v1/runs", json=SOURCE, headers=headers)
            found = [
                client.get(f"/v1/history/{event['id']}", headers=headers).json()
                for event in events(client, headers)
            ]
            assert [one["text"] is not None for one in found] == [kept, kept]
            assert found[-1]["event"]["id"] == id_
            assert found[-1]["report"]["verdict"] == "AC"


def test_what_a_source_declares_is_told_though_it_is_not_kept(tmp_path: Path) -> None:
    """It is read while the source is there."""
    ann = headers_of(tmp_path, "ann")
    source = "# Time: O(n)\n" + SOURCE["source"]
    with client_of(tmp_path, FakeJudge()) as client:
        done(client, ann, source=source)
        [event] = events(client, ann)
    assert event["facts"]["declared"] == {"time": "n", "space": None}


def test_a_history_is_paged(client: TestClient) -> None:
    """Each part names the next one; a problem narrows the list."""
    ids = [done(client) for _ in range(3)][::-1]
    client.post("/v1/problems/kth-largest/hints", json={})
    first = client.get("/v1/history?problem=lca&limit=2").json()
    assert [event["id"] for event in first["events"]] == ids[:2]
    last = client.get(first["next"]).json()
    assert [event["id"] for event in last["events"]] == ids[2:]
    assert last["next"] is None
    assert len(events(client)) == 4
    assert client.get("/v1/history?after=none").status_code == 404
    assert client.get("/v1/history/none").status_code == 404


def test_hints_are_opened_one_by_one_and_counted(client: TestClient) -> None:
    """One that is open costs nothing again; the problem shows the open ones."""
    hints = list(load_problem("lca").hints)
    assert client.get("/v1/problems/lca").json()["hints"] == []
    for number, hint in enumerate(hints, 1):
        answer = client.post("/v1/problems/lca/hints", json={}).json()
        assert (answer["n"], answer["hint"]) == (number, hint)
        assert (answer["hint_count"], answer["left"]) == (len(hints), len(hints) - number)
        again = client.post("/v1/problems/lca/hints", json={"n": number})
        assert again.json() == {**answer, "price": ""}, "it costs nothing more"
        shown = client.get("/v1/problems/lca").json()
        assert (shown["hints"], shown["hint_count"]) == (hints[:number], len(hints))
    assert client.post("/v1/problems/lca/hints", json={}).status_code == 409
    assert client.post("/v1/problems/lca/hints", json={"n": 99}).status_code == 409
    assert client.post("/v1/problems/lca/hints", json={"n": 1.0}).status_code == 200
    for wrong in (0, 1.5, "1", True):
        assert client.post("/v1/problems/lca/hints", json={"n": wrong}).status_code == 422
    facts = [event["facts"] for event in events(client)][::-1]
    assert facts == [{"n": n, "last": n == len(hints)} for n in range(1, len(hints) + 1)]


def test_the_editorial_asks_before_the_problem_is_solved(client: TestClient) -> None:
    """It is read at once after that; each reading is recorded, a refusal is not."""
    refused = client.post("/v1/problems/lca/editorial", json={})
    assert refused.status_code == 409
    assert '{"yes": true}' in refused.json()["detail"]
    assert events(client) == []
    early = client.post("/v1/problems/lca/editorial", json={"yes": True}).json()
    done(client)
    late = client.post("/v1/problems/lca/editorial", json={}).json()
    assert early == late
    assert early["editorial"] == load_problem("lca").editorial
    assert early["editorial_tree"][0][0] == "h1"
    assert all(pair["question"] and pair["answer"] for pair in early["follow_ups"])
    assert [one["kind"] for one in events(client)] == ["editorial", "submit", "editorial"]


def test_others_solutions_ask_before_the_problem_is_solved(client: TestClient) -> None:
    """As the editorial does. A list has no text; one that is named has, and each is recorded."""
    place = "/v1/problems/lca/solutions"
    for body in ({}, {"name": "euler_tour"}):
        refused = client.post(place, json=body)
        assert (refused.status_code, '{"yes": true}' in refused.json()["detail"]) == (409, True)
    assert events(client) == []
    early = client.post(place, json={"yes": True}).json()["solutions"]
    accepted = load_problem("lca").solutions / "accepted"
    assert {one["name"] for one in early} == {path.stem for path in accepted.glob("*.py")}
    assert all(one["idea"] and one["text"] is one["ratio"] is None for one in early)
    done(client)
    [one] = client.post(place, json={"name": "euler_tour"}).json()["solutions"]
    assert one["text"] == (accepted / "euler_tour.py").read_text()
    assert client.post(place, json={"name": "../reference"}).status_code == 404
    told = [(one["kind"], one["facts"].get("name")) for one in events(client)]
    assert told == [("solutions", "euler_tour"), ("submit", None), ("solutions", None)]
    today = client.get("/v1/due").json()
    assert "others' solutions were open" in str(today)


@pytest.mark.parametrize("hidden", Hidden)
def test_solutions_have_the_ratios_that_ones_own_report_had(hidden: Hidden, tmp_path: Path) -> None:
    """A token's lie in the store, the local owner's in the history; a host may hide them."""
    rungs = [Rung(name="euler_tour", ratio=1.5), Rung(name="reference", ratio=1.0)]
    timed = accepted(Submission(b"pass", "lca.py"), load_problem("lca"))
    fake = FakeJudge(replace(timed, ladder=Ladder(rank=1, of=3, rungs=rungs)))
    ann, bob = headers_of(tmp_path, "ann"), headers_of(tmp_path, "bob")
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        for headers, measured in ((None, True), (ann, True), (bob, False)):
            if measured:
                done(client, headers)
            body = {"yes": True}
            found = client.post("/v1/problems/lca/solutions", json=body, headers=headers).json()
            ratios = [one["ratio"] for one in found["solutions"]]
            shown = measured and hidden is not Hidden.VERDICT
            assert ratios[:2] == ([1.0, 1.5] if shown else [None, None])


def test_what_is_due_and_next_follows_from_the_history(client: TestClient, tmp_path: Path) -> None:
    """The same file and the same functions as those of the command line."""
    problem = load_problem("lca")
    past = new_event("submit", problem="lca", version=problem.version, verdict="WA")
    past = past._replace(at=past.at.replace(year=past.at.year - 1))
    local(tmp_path).append(past)
    due = client.get("/v1/due").json()
    assert [one["problem"] for one in due["asked"]] == ["lca"]
    assert due["asked"][0]["rating"] == "again"
    following = client.get("/v1/next").json()
    assert (following["problem"], following["kind"]) == ("lca", "review")
    assert following["why"].startswith("due for ")
    progress = client.get("/v1/progress").json()
    assert progress["due"] == ["lca"]
    assert progress["problems"]["lca"]["state"] == "tried"
    assert list(progress["days"].values()) == [1]
    done(client)
    progress = client.get("/v1/progress").json()
    assert progress["due"] == []
    assert (progress["problems"]["lca"]["state"], progress["problems"]["lca"]["attempts"]) == (
        "solved",
        2,
    )


@pytest.mark.parametrize("hidden", Hidden)
def test_a_history_holds_no_more_than_reports_do(hidden: Hidden, tmp_path: Path) -> None:
    """Neither its facts nor the report, nor what follows from them."""
    ann = headers_of(tmp_path, "ann")
    measured = Growths(time=Growth(measured="n^3", reference="n", agrees=False))
    report = replace(telling(), runtime=RUNTIME, growth=measured)
    fake = FakeJudge(report)
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        for headers in (None, ann):
            id_ = done(client, headers)
            texts = [client.get(path, headers=headers).text for path in READING]
            texts.append(client.get(f"/v1/history/{id_}", headers=headers).text)
            assert any(MARK in text for text in texts) is (hidden is Hidden.FULL)
            assert any("n^3" in text for text in texts) is (hidden is not Hidden.VERDICT)
            [event] = events(client, headers)
            shown = event["facts"].get("runtime") is not None
            assert shown is (hidden is not Hidden.VERDICT)
            assert ("report" in event["facts"]) is (hidden is Hidden.FULL and headers is None)


@pytest.mark.parametrize("hidden", Hidden)
@pytest.mark.parametrize("late", [False, True])
def test_a_sample_that_failed_at_once_is_never_hidden(
    late: bool, hidden: Hidden, tmp_path: Path
) -> None:
    """One that failed after hidden cases were played may tell of these."""
    report = telling()
    assert report.failure is not None
    fake = FakeJudge(replace(report, failure=replace(report.failure, hidden=late)))
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        id_ = done(client)
        [event] = events(client)
        text = client.get(f"/v1/history/{id_}").text
    at_once = "hidden" if late and hidden is not Hidden.FULL else "sample"
    assert event["facts"]["failed_group"] == at_once
    assert (MARK in text) is (hidden is Hidden.FULL or not late)


def test_a_token_for_one_problem_opens_no_other(tmp_path: Path) -> None:
    """Nor is another one proposed to it."""
    database = store(tmp_path)
    _, text = Tokens(database).issue(
        "ann", (Scope.READ, Scope.SUBMIT), Bounds(problems=frozenset({"lca"}))
    )
    database.close()
    ann = {"Authorization": f"Bearer {text}"}
    with client_of(tmp_path, FakeJudge()) as client:
        told = {"yes": True}
        for name, body in (("hints", {}), ("editorial", told), ("solutions", told)):
            found = [
                client.post(f"/v1/problems/{slug}/{name}", json=body, headers=ann).status_code
                for slug in ("lca", "kth-largest")
            ]
            assert found == [200, 403]
        assert client.get("/v1/next", headers=ann).json()["problem"] in ("lca", None)


def test_a_read_token_reads_and_opens_nothing(tmp_path: Path) -> None:
    """What is recorded as opened needs the scope that records."""
    ann = headers_of(tmp_path, "ann", Scope.READ)
    other = headers_of(tmp_path, "eve", Scope.METRICS)
    with client_of(tmp_path, FakeJudge()) as client:
        for path in READING:
            assert client.get(path, headers=ann).status_code == 200
            assert client.get(path, headers=other).status_code == 403
        for name in ("hints", "editorial", "solutions"):
            answer = client.post(f"/v1/problems/lca/{name}", json={}, headers=ann)
            assert answer.status_code == 403


def test_without_a_history_all_hints_are_shown_and_nothing_is_written(tmp_path: Path) -> None:
    """JUDGE_HISTORY=off: what is not recorded cannot be counted. Others' is kept all the same."""
    ann = headers_of(tmp_path, "ann")
    with apps.client_of(tmp_path, FakeJudge()) as client:
        done(client)
        done(client, ann)
        shown = client.get("/v1/problems/lca").json()
        assert len(shown["hints"]) == shown["hint_count"] > 0
        assert client.post("/v1/problems/lca/hints", json={"n": 2}).json()["n"] == 2
        assert events(client) == []
        assert len(events(client, ann)) == 1
    assert not (tmp_path / "data").exists()


def test_hostile_facts_are_told_as_they_are(client: TestClient, tmp_path: Path) -> None:
    """What was typed may hold lone surrogates; a report that is none is left out."""
    odd = new_event("submit", problem="lca", facts={"text": "\ud800", "report": "0" * 64})
    local(tmp_path).append(odd)
    [event] = events(client)
    assert event["facts"]["text"] == "\ud800"
    assert client.get(f"/v1/history/{odd.id}").json()["report"] is None


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", "2026-03-28"), ("Asia/Tokyo", "2026-03-29"), ("America/New_York", "2026-03-28")],
)
def test_days_of_a_token_are_those_of_the_zone_that_its_client_names(
    zone: str, day: str, tmp_path: Path
) -> None:
    """20:00 UTC is the next morning in Tokyo, and the server's own zone says nothing."""
    ann = headers_of(tmp_path, "ann")
    database = store(tmp_path)
    moment = datetime(2026, 3, 28, 20, tzinfo=UTC)
    event = new_event("submit", now=moment, problem="lca", verdict="WA")
    new = Happened(
        id=event.id, at=moment.timestamp(), problem="lca", document=event.line().decode("ascii")
    )
    Histories(database).append(ann["Authorization"].split("_")[1], new, {})
    database.close()
    with client_of(tmp_path, FakeJudge()) as client:
        named = {**ann, "Time-Zone": zone}
        assert list(client.get("/v1/progress", headers=named).json()["days"]) == [day]
        [due] = client.get("/v1/due", headers=named).json()["asked"]
        assert due["reviewed"] == day


@pytest.mark.parametrize("zone", ["Mars/Base", "../../etc/passwd", "America", "a b", "+02:00"])
def test_what_is_no_zone_is_the_servers(zone: str, client: TestClient) -> None:
    """A browser may know zones that this host does not: its person still sees the page."""
    for path in ("/v1/progress", "/v1/due", "/v1/next"):
        named = client.get(path, headers={"Time-Zone": zone})
        assert named.status_code == 200
        assert named.json() == client.get(path).json()
