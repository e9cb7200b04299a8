"""Drafts over HTTP: nothing that was typed is lost, and nobody reads another's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.storage.bounds import UNBOUND, Bounds
from judge.storage.drafts import DRAFT_BYTES
from judge.storage.tokens import Scope, Tokens
from judge.testing import FakeJudge
from tests.judge.service.apps import client_of, store

ONE, TWO = "0b5f8a3e-6f0c-4f59-9f0a-3c1d2e4b5a69", "11111111-2222-3333-4444-555555555555"
PATH = "/v1/drafts/lca"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("service")


@pytest.fixture(scope="module")
def shared(folder: Path) -> Iterator[TestClient]:
    with client_of(folder, FakeJudge()) as client:
        yield client


@pytest.fixture
def client(shared: TestClient) -> TestClient:
    """A client whose problem has no draft."""
    assert shared.delete(PATH).status_code == 204
    return shared


def body(source: str, client: str = ONE, serial: int = 1, **more: Any) -> dict[str, Any]:
    return {"source": source, "client": client, "serial": serial, **more}


def token(folder: Path, bounds: Bounds = UNBOUND) -> dict[str, str]:
    database = store(folder)
    _, text = Tokens(database).issue("ann", [Scope.READ, Scope.SUBMIT], bounds)
    database.close()
    return {"Authorization": f"Bearer {text}"}


def test_without_a_draft_there_is_nothing_and_no_error(client: TestClient) -> None:
    """Every browser logs a 404 as an error."""
    answer = client.get(PATH)
    assert (answer.status_code, answer.content) == (204, b"")
    assert client.get(f"{PATH}/versions").json() == []


def test_a_draft_comes_back_with_the_tag_that_was_given(client: TestClient) -> None:
    inputs = ['{"root": [1], "p": 1, "q": 1}', "not JSON yet"]
    kept = client.put(PATH, json=body("x = 1\r\n", inputs=inputs), headers={"If-None-Match": "*"})
    assert kept.status_code == 200
    found = client.get(PATH)
    assert found.headers["etag"] == kept.headers["etag"] == kept.json()["etag"]
    document = found.json()
    assert document.pop("updated_at").endswith("Z")
    assert document == {
        "source": "x = 1\r\n",
        "language": "python",
        "client": ONE,
        "serial": 1,
        "etag": kept.json()["etag"],
        "inputs": inputs,
    }


@pytest.mark.parametrize("source", ["\udcff", "\0", "é\u202e", ""])
def test_any_text_comes_back_as_it_was_sent(client: TestClient, source: str) -> None:
    """A byte that is no UTF-8 is a lone surrogate, in a text and in an input."""
    # httpx writes no lone surrogates itself.
    sent = json.dumps(body(source, inputs=[source])).encode("ascii")
    headers = {"Content-Type": "application/json"}
    assert client.put(PATH, content=sent, headers=headers).status_code == 200
    found = client.get(PATH).json()
    assert (found["source"], found["inputs"]) == (source, [source])
    (line,) = client.get(f"{PATH}/versions").json()
    assert client.get(f"{PATH}/versions/{line['id']}").json()["source"] == source


def test_a_page_that_has_seen_nothing_is_told_and_loses_nothing(client: TestClient) -> None:
    """409 holds the text that is there; the one that was sent is a version."""
    client.put(PATH, json=body("mine"))
    answer = client.put(PATH, json=body("theirs", TWO), headers={"If-None-Match": "*"})
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    document = answer.json()
    assert document["head"]["source"] == "mine"
    assert answer.headers["etag"] == document["head"]["etag"]
    assert "both are kept" in document["detail"]
    texts = {
        client.get(f"{PATH}/versions/{line['id']}").json()["source"]: line["head"]
        for line in client.get(f"{PATH}/versions").json()
    }
    assert texts == {"mine": True, "theirs": False}


def test_a_page_that_has_seen_the_text_takes_its_place(client: TestClient) -> None:
    tag = client.put(PATH, json=body("mine")).json()["etag"]
    answer = client.put(PATH, json=body("theirs", TWO), headers={"If-Match": f'"x", {tag}'})
    assert answer.status_code == 200
    assert client.get(PATH).json()["source"] == "theirs"
    assert len(client.get(f"{PATH}/versions").json()) == 2


def test_one_page_types_on_without_a_word_of_tags(client: TestClient) -> None:
    """Serial numbers order its requests, and one that is sent again changes nothing."""
    for serial in (1, 2, 2, 3):
        assert client.put(PATH, json=body("x" * serial, serial=serial)).status_code == 200
    assert client.put(PATH, json=body("x", serial=2)).status_code == 409
    assert client.get(PATH).json()["source"] == "xxx"


@pytest.mark.parametrize(
    "wrong",
    [
        {"serial": -1},
        {"serial": 2**53 + 1},
        {"client": "../x"},
        {"client": ""},
        {"inputs": ["{}"] * 17},
        {"language": "sql"},
        {"head": True},
    ],
)
def test_what_is_no_draft_is_refused(client: TestClient, wrong: dict[str, Any]) -> None:
    assert client.put(PATH, json={**body("x"), **wrong}).status_code == 422
    assert client.get(PATH).status_code == 204


def test_a_draft_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.put(PATH, json=body("x" * (DRAFT_BYTES + 1)))
    assert answer.status_code == 413
    assert client.get(PATH).status_code == 204


def test_drafts_are_their_owners_alone(client: TestClient, folder: Path) -> None:
    """A version's id is worth nothing to another owner."""
    client.put(PATH, json=body("mine"))
    (line,) = client.get(f"{PATH}/versions").json()
    ann = token(folder)
    assert client.get(PATH, headers=ann).status_code == 204
    assert client.get(f"{PATH}/versions/{line['id']}", headers=ann).status_code == 404
    assert client.put(PATH, json=body("ann's"), headers=ann).status_code == 200
    assert client.delete(PATH, headers=ann).status_code == 204
    assert client.get(PATH).json()["source"] == "mine"


def test_a_token_keeps_drafts_of_its_problems_while_it_may(
    client: TestClient, folder: Path
) -> None:
    bound = token(folder, Bounds(problems=frozenset({"trie"})))
    over = token(folder, Bounds(until=1.0))
    for method, path in [
        ("PUT", PATH),
        ("GET", PATH),
        ("DELETE", PATH),
        ("GET", f"{PATH}/versions"),
    ]:
        sent = body("x") if method == "PUT" else None
        assert client.request(method, path, headers=bound, json=sent).status_code == 403
    assert client.put(PATH, json=body("x"), headers=over).status_code == 403
    assert client.get(PATH, headers=over).status_code == 204


def test_a_problem_that_is_none_has_no_drafts(client: TestClient) -> None:
    for path in ("/v1/drafts/lcaa", "/v1/drafts/lcaa/versions"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["near"]) == (404, ["lca"])
