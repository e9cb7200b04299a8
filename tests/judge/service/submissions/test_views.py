"""`view=page` of reports, their events and runs."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.service.settings import Hidden, ServiceSettings
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.reports import report
from tests.judge.service.apps import SOURCE, client_of

WRONG = report(Verdict.WRONG_ANSWER)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service whose submissions are wrong."""
    with client_of(tmp_path_factory.mktemp("service"), FakeJudge(WRONG)) as client:
        yield client


def judged(client: TestClient) -> str:
    answer = client.post("/v1/submissions?wait=true", json=SOURCE).json()
    assert answer["view"] is None
    return f"/v1/submissions/{answer['id']}"


def last_event(client: TestClient, address: str) -> Any:
    text = client.get(address).text
    return json.loads([line for line in text.splitlines() if line.startswith("data: ")][-1][6:])


def test_a_report_comes_with_what_the_page_draws(client: TestClient) -> None:
    """By itself and as the last event; to who has not asked, nothing is added."""
    place = judged(client)
    assert client.get(place).json()["view"] is None
    view = client.get(f"{place}?view=page").json()["view"]
    assert view["arguments"][0]["draw"]["kind"] == "tree"
    assert last_event(client, f"{place}/events?view=page")["view"] == view
    assert last_event(client, f"{place}/events")["view"] is None


@pytest.mark.parametrize("query", ["view=", "view=json", "view=page&view=page"])
def test_another_view_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{judged(client)}?{query}").status_code == 422


def test_each_input_of_a_run_comes_with_its_view(client: TestClient) -> None:
    body = {**SOURCE, "inputs": [{"root": [2, 1], "p": 1, "q": 2}] * 2}
    plain = client.post("/v1/runs", json=body).json()
    assert ["view" in case for case in plain["cases"]] == [False, False]
    drawn = client.post("/v1/runs?view=page", json=body).json()
    assert [case["view"]["arguments"][0]["text"] for case in drawn["cases"]] == ["[2, 1]"] * 2
    assert "views" not in drawn


@pytest.mark.parametrize("hidden", [Hidden.VERDICT, Hidden.COUNTEREXAMPLE])
def test_a_view_holds_nothing_that_the_host_hides(tmp_path: Path, hidden: Hidden) -> None:
    """It is made from the report that may be shown, not from the one that is kept."""
    service = ServiceSettings(workers=1, room=32, drain_seconds=1, hidden=hidden)
    secret = report(
        Verdict.WRONG_ANSWER,
        summary="expected 4711",
        failure=WRONG.failure and _hidden(WRONG.failure),
    )
    with client_of(tmp_path, FakeJudge(secret), service=service) as client:
        place = judged(client)
        answers = [client.get(f"{place}?view=page"), client.get(f"{place}/events?view=page")]
    for answer in answers:
        assert "4711" not in answer.text
        assert '"view":{"' in answer.text.replace('"view": {', '"view":{')


def _hidden(failure: Any) -> Any:
    given = {"root": [4711, 5, 1], "p": 4711, "q": 1}
    return replace(failure, arguments=given, expected=4711, message="got 4711", minimal=False)
