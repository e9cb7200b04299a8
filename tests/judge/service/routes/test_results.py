"""`/v1/results`: a host's table, which no other scope sees. Names in it are strangers' texts."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from judge.storage.bounds import Bounds
from judge.storage.tables import TOKEN
from judge.storage.tokens import Scope, Tokens
from judge.testing import FakeJudge
from tests.judge.service.access.test_page_sessions import log_in
from tests.judge.service.apps import SOURCE, client_of, store

#: One that is a formula behind another separator; a formula, markup, and what turns text around.
PLAIN = "ann;=1+1"
HOSTILE = '=HYPERLINK("http://evil.test","x");<img src=x>\u202e'
READER = (Scope.READ, Scope.SUBMIT)
ISSUED = {
    "ann": (READER, Bounds()),
    "eve": (READER, Bounds()),
    "scraper": ((Scope.METRICS,), Bounds()),
    "host": ((Scope.ADMIN,), Bounds()),
    "half": ((Scope.ADMIN,), Bounds(problems=frozenset({"lca"}))),
}


class Hosted:
    """A service with tokens by name, where ann and eve have submitted, whose names are hostile."""

    def __init__(self, folder: Path, client: TestClient) -> None:
        self.client = client
        database = store(folder)
        tokens = Tokens(database)
        found = {name: tokens.issue(name, *given) for name, given in ISSUED.items()}
        with database.write() as connection:
            for name, hostile in (("ann", PLAIN), ("eve", HOSTILE)):
                its = TOKEN.c.id == found[name][0].id
                connection.execute(update(TOKEN).where(its).values(name=hostile))
        database.close()
        self.tokens = {name: text for name, (_, text) in found.items()}
        other = {"problem": "kth-largest", "source": "def kth_largest(nums, k): ..."}
        for name, source in (("ann", SOURCE), ("eve", SOURCE), ("eve", other)):
            client.post("/v1/submissions?wait=true", json=source, headers=self.headers(name))

    def headers(self, name: str, accept: str = "application/json") -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[name]}", "Accept": accept}


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    folder = tmp_path_factory.mktemp("hosted")
    with client_of(folder, FakeJudge()) as client:
        yield Hosted(folder, client)


def test_the_host_sees_what_everybody_has_reached(hosted: Hosted) -> None:
    """By candidate and problem, each name escaped; the local owner is a host, too."""
    answer = hosted.client.get("/v1/results", headers=hosted.headers("host"))
    assert answer.headers["vary"] == "Accept"
    rows = answer.json()["results"]
    assert {(row["candidate"][:4], row["problem"]) for row in rows} == {
        ("ann;", "lca"),
        ("=HYP", "lca"),
        ("=HYP", "kth-largest"),
    }
    assert all((row["verdict"], row["attempts"]) == ("AC", 1) for row in rows)
    assert all(row["accepted_at"].endswith("Z") for row in rows)
    assert all(row["candidate"].isprintable() for row in rows)
    assert hosted.client.get("/v1/results").json()["results"] == rows


def test_a_token_for_one_problem_sees_its_results_alone(hosted: Hosted) -> None:
    rows = hosted.client.get("/v1/results", headers=hosted.headers("half")).json()["results"]
    assert [row["problem"] for row in rows] == ["lca", "lca"]


@pytest.mark.parametrize("accept", ["application/json", "text/csv"])
def test_no_other_scope_sees_it(hosted: Hosted, accept: str) -> None:
    """Neither with the token nor on the page."""
    for name in ("ann", "scraper"):
        answer = hosted.client.get("/v1/results", headers=hosted.headers(name, accept))
        assert (answer.status_code, "admin" in answer.json()["detail"]) == (403, True)
    assert hosted.client.get("/v1/results", headers={"Authorization": ""}).status_code == 401
    bearer = hosted.client.headers.pop("Authorization")
    for name, status in (("ann", 403), ("host", 200)):
        page = log_in(hosted.client, {"token": hosted.tokens[name]})
        answer = hosted.client.get("/v1/results", headers={**page, "Accept": accept})
        assert answer.status_code == status
    hosted.client.headers["Authorization"] = bearer


def test_a_spreadsheet_reads_no_formula(hosted: Hosted) -> None:
    """Whichever separator it takes: every cell is quoted, and none begins as a formula does."""
    answer = hosted.client.get("/v1/results", headers=hosted.headers("host", "text/csv"))
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="results.csv"'
    for separator in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(answer.text), delimiter=separator):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row), row
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    names = {row["candidate"] for row in rows}
    assert names == {PLAIN, "'" + HOSTILE.replace("\u202e", "\\u202e")}
