"""Rounds over HTTP: the same events as those of `judge round`, closed and judged once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.problems.catalog import load_problem
from judge.reports.report import Growth, Growths
from judge.service.routes import rounds as routes
from judge.service.submissions import rounds
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.reports import report
from tests.judge.service.apps import SOURCE
from tests.judge.service.routes.test_practice import client_of, events, headers_of, local

EXAMPLE: dict[str, Any] = {"arguments": {"root": [1, 2], "p": 1, "q": 2}, "predicted": 1}


class Clock:
    """A clock that a test puts forward, for all that asks the time of a round."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now().astimezone() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for place in (rounds, routes):
        monkeypatch.setattr(place, "now", clock)
    return clock


@pytest.fixture
def fake() -> FakeJudge:
    return FakeJudge()


@pytest.fixture
def client(tmp_path: Path, fake: FakeJudge) -> Iterator[TestClient]:
    with client_of(tmp_path, fake) as client:
        yield client


def start(client: TestClient, headers: dict[str, str] | None = None, **wish: Any) -> Any:
    """Start a round of two known problems, unless another is wished; return what is answered."""
    body = wish or {"problems": ["lca", "kth-largest"]}
    answer = client.post("/v1/rounds", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.json()


def act(
    client: TestClient, one: Any, name: str, headers: dict[str, str] | None = None, **body: Any
) -> Any:
    """Send a command of a round."""
    answer = client.post(f"/v1/rounds/{one['id']}/{name}", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def kinds(folder: Path) -> list[str]:
    return [event.kind for event in local(folder).read()]


def test_a_round_goes_its_course(client: TestClient, tmp_path: Path) -> None:
    """Each command is an event with its round, in the history of the command line."""
    problem = load_problem("lca")
    one = start(client)
    assert [part["slug"] for part in one["parts"]] == ["lca", "kth-largest"]
    assert one["state"] == "running"
    opened = act(client, one, "open", part="lca")["statement"]
    assert opened
    assert "## Constraints" not in opened
    word = problem.interview.questions[0].words[0]
    assert act(client, one, "ask", text=word)["reply"] is not None
    assert act(client, one, "ask", text="zqxj")["reply"] is None
    shown = act(client, one, "example", None, **EXAMPLE)
    assert (shown["right"], shown["expected"]) == (True, 1)
    assert act(client, one, "example", None, **{**EXAMPLE, "predicted": 2})["right"] is False
    act(client, one, "approach", text="walk it once, from the leaves up", time="O(n)")
    assert act(client, one, "reveal")["rules"].startswith("## Constraints")
    assert act(client, one, "pause")["state"] == "paused"
    assert act(client, one, "resume")["state"] == "running"
    client.post("/v1/submissions?wait=true", json=SOURCE)
    asked = [pair.question for pair in problem.interview.follow_ups]
    assert act(client, one, "answer", text="with a stack of my own")["question"] in (*asked, None)
    ended = act(client, one, "finish")
    assert ended["state"] == "ended"
    assert ended["card"]["levels"]["coding"] == 4
    assert client.get(f"/v1/rounds/{one['id']}").json()["card"] == ended["card"]
    assert [found["id"] for found in client.get("/v1/rounds").json()["rounds"]] == [one["id"]]
    kept = local(tmp_path).read()
    assert {event.round for event in kept} == {one["id"]}
    assert kinds(tmp_path) == [
        *("round_start", "round_ask", "round_ask", "round_example", "round_example"),
        *("round_approach", "round_reveal", "round_pause", "round_resume"),
        *("submit", "round_answer", "round_end"),
    ]


def test_the_last_text_is_judged_once_at_the_deadline(
    client: TestClient, tmp_path: Path, clock: Clock, fake: FakeJudge
) -> None:
    """By whoever comes first; it counts as given when it was given."""
    one = start(client, minutes=5, problems=["lca"])
    client.post("/v1/runs", json=SOURCE)
    before = len(fake.judged)
    clock.ahead = timedelta(minutes=6)
    for _ in range(3):
        client.get("/v1/rounds")
    done = act(client, one, "finish")
    assert done["state"] == "ended"
    submitted = [event for event in local(tmp_path).read() if event.kind == "submit"]
    assert len(submitted) == 1
    assert len(fake.judged) == before + 1
    [run] = [event for event in local(tmp_path).read() if event.kind == "run"]
    assert submitted[0].round == one["id"]
    began = submitted[0].facts["began"]
    assert abs(datetime.fromisoformat(began) - run.at) < timedelta(seconds=60)
    assert kinds(tmp_path).count("round_end") == 1
    late = client.post(f"/v1/rounds/{one['id']}/ask", json={"text": "late?"})
    assert late.status_code == 409


def draft(client: TestClient, text: str, serial: int, slug: str = "lca") -> None:
    """Type a text on the page."""
    body = {"source": text, "client": "tab", "serial": serial}
    assert client.put(f"/v1/drafts/{slug}", json=body).status_code == 200


def test_what_was_typed_last_counts_as_given(
    client: TestClient, tmp_path: Path, clock: Clock, fake: FakeJudge
) -> None:
    """It is judged once at the deadline; not what was typed before or after, nor a mere starter."""
    draft(client, "before = 1", 1, "decode-digits")
    one = start(client, minutes=5, problems=["lca", "kth-largest", "decode-digits"])
    act(client, one, "open", part="kth-largest")
    act(client, one, "open", part="decode-digits")
    for serial in range(2, 6):
        draft(client, f"typed = {serial}", serial)
    starter = client.get("/v1/problems/kth-largest").json()["starter"]
    draft(client, starter, 1, "kth-largest")
    kept = [event for event in local(tmp_path).read() if event.kind == "draft"]
    assert [event.round for event in kept] == [one["id"]], "now and then, not at each key"
    clock.ahead = timedelta(minutes=6)
    done = act(client, one, "finish")
    assert done["state"] == "ended"
    [submitted] = [event for event in local(tmp_path).read() if event.kind == "submit"]
    assert submitted.source is not None
    assert local(tmp_path).text(submitted.source) == b"typed = 5"
    draft(client, "after = 1", 6)
    assert len(fake.judged) == 1
    assert kinds(tmp_path).count("draft") == 2


def test_a_draft_is_no_part_of_a_history_without_a_round(
    client: TestClient, tmp_path: Path
) -> None:
    draft(client, "typed = 1", 1)
    assert local(tmp_path).read() == []


def test_nobody_sees_or_touches_anothers_round(tmp_path: Path) -> None:
    """A token's round lives in the store, with the texts that its end needs."""
    ann, bob = headers_of(tmp_path, "ann"), headers_of(tmp_path, "bob")
    with client_of(tmp_path, FakeJudge()) as client:
        one = start(client, ann)
        client.post("/v1/runs", json=SOURCE, headers=ann)
        for headers in (bob, None):
            assert client.get("/v1/rounds", headers=headers).json()["rounds"] == []
            assert client.get(f"/v1/rounds/{one['id']}", headers=headers).status_code == 404
            body = client.post(f"/v1/rounds/{one['id']}/pause", json={}, headers=headers)
            assert body.status_code == 404
        ended = act(client, one, "finish", ann)
        assert ended["state"] == "ended"
        told = [event["kind"] for event in events(client, ann)]
    assert told == ["round_end", "submit", "run", "round_start"]
    assert local(tmp_path).read() == []


def test_only_one_round_goes_on(client: TestClient, clock: Clock) -> None:
    """The next may start once it is over, by itself or by command."""
    start(client, minutes=5, problems=["lca"])
    assert client.post("/v1/rounds", json={}).status_code == 409
    clock.ahead = timedelta(minutes=6)
    one = start(client, problems=["lca"])
    assert client.post(f"/v1/rounds/{one['id']}/resume", json={}).status_code == 409
    assert client.post(f"/v1/rounds/{one['id']}/ask", json={"text": " "}).status_code == 422
    unknown = {"text": "x", "part": "trie"}
    assert client.post(f"/v1/rounds/{one['id']}/ask", json=unknown).status_code == 422


def test_the_same_seed_draws_the_same_parts(client: TestClient) -> None:
    """With a program to mend among them, where that is wished."""
    drawn = []
    for _ in range(2):
        wish: dict[str, Any] = {"seed": 7, "count": 2, "with": ["debug"]}
        one = start(client, None, **wish)
        drawn.append([(part["slug"], part["kind"]) for part in one["parts"]])
        act(client, one, "finish")
    assert drawn[0] == drawn[1]
    assert [kind for _, kind in drawn[0]] == ["problem", "problem", "debug"]


def test_without_a_history_there_is_no_round(tmp_path: Path) -> None:
    """It says why."""
    (tmp_path / "data").write_text("in the way of the folder")
    with client_of(tmp_path, FakeJudge()) as client:
        refused = client.post("/v1/rounds", json={"problems": ["lca"]})
    assert refused.status_code == 409
    assert "history" in refused.json()["detail"]


def test_work_on_a_part_opens_it(tmp_path: Path) -> None:
    """At the moment at which it was given; for the local owner and for a token's."""
    ann = headers_of(tmp_path, "ann")
    with client_of(tmp_path, FakeJudge()) as client:
        for headers, path, kind in (
            (None, "runs", "run"),
            (ann, "submissions?wait=true", "submit"),
        ):
            one = start(client, headers)
            body = {**SOURCE, "problem": "kth-largest"}
            for _ in range(2):
                client.post(f"/v1/{path}", json=body, headers=headers)
            told = [event["kind"] for event in events(client, headers)]
            assert told == [kind, kind, "round_open", "round_start"]
            parts = client.get(f"/v1/rounds/{one['id']}", headers=headers).json()["parts"]
            assert None not in [part["opened"] for part in parts]
            assert act(client, one, "approach", headers, text="a heap")["state"] == "running"
            assert events(client, headers)[0]["problem"] == "kth-largest"


def test_to_begin_a_problem_is_recorded_and_to_read_it_is_not(tmp_path: Path) -> None:
    """In a round it opens the part; with the rules these count as shown."""
    ann = headers_of(tmp_path, "ann")
    with client_of(tmp_path, FakeJudge()) as client:
        for headers in (None, ann):
            client.get("/v1/problems/lca", headers=headers)
            assert events(client, headers) == []
            path = "/v1/problems/kth-largest/start"
            begun = client.post(path, json={"rules": True}, headers=headers).json()
            assert begun == {"problem": "kth-largest", "round": None}
            one = start(client, headers)
            begun = client.post(path, json={"rules": True}, headers=headers).json()
            assert begun["round"] == one["id"]
            client.post(path, json={}, headers=headers)
            told = [event["kind"] for event in events(client, headers)][::-1]
            assert told == [
                *("start", "round_start"),
                *("round_open", "start", "round_reveal", "start"),
            ]
        assert client.post("/v1/problems/nothing/start", json={}).status_code == 404


@pytest.mark.parametrize(("space", "level"), [("O(n)", 4), ("O(1)", 2)])
def test_a_card_holds_the_declared_space_against_the_memory(
    space: str, level: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is measured once, when the round has ended."""
    growth = Growth(
        measured="n", also_consistent_with=[], reference="n", declared=None, agrees=None
    )
    monkeypatch.setattr("judge.reports.growths_of", lambda _grown: Growths(memory=growth))
    fake = FakeJudge(replace(report(Verdict.ACCEPTED), growth=Growths(time=growth)))
    with client_of(tmp_path, fake) as client:
        one = start(client, problems=["lca"])
        act(client, one, "approach", text="walk it once", time="O(n)", space=space)
        client.post("/v1/submissions?wait=true", json=SOURCE)
        assert act(client, one, "finish")["card"]["levels"]["complexity"] == level
        assert len(fake.judged) == 2
