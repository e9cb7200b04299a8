"""Files that version 0.1.0 wrote, at commit bb6526d, are read as they are.

`tests/old/` holds a small package with its corpus, and the state folder of a service that was
killed: four submissions judged, one running, two waiting, one cancelled; three issued tokens, one
of them revoked.
"""

import gzip
import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from judge.events import CorpusBuilding, result_of
from judge.pipeline import judge
from judge.problems.problem import load_package
from judge.service.process.local_token import ensure_token
from judge.settings import Settings
from judge.submission import Submission
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.service.apps import client_of, settings
from tests.waiting import until

OLD = Path(__file__).parent / "old"
ANN = {"Authorization": "Bearer jdg_04f9d7f144f4be4f_cpGPmh_dKWQU7-P1oOyNGEyJnSc8_7h65PrJOaQ3or4"}
SCRAPER = {
    "Authorization": "Bearer jdg_9b8ffd1beff47076_BMfqKfSrxEhUUb3L_IhdW6w3xnaLuzQJ4LF7iq7J7TU"
}
REVOKED = {
    "Authorization": "Bearer jdg_b905cd76c92887c9_FIknBbot9KLY9sITbF6XqXn4W3hvBvLlLnXa0i0b2yc"
}
WRONG = {"problem": "lca", "source": "def lca(root, p, q):\n    return root\n"}


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The old state folder, as if it had been left a moment ago."""
    folder = settings(tmp_path).state_dir
    folder.mkdir(mode=0o700)
    (folder / "judge.db").write_bytes(gzip.decompress((OLD / "judge.db.gz").read_bytes()))
    shutil.copy(OLD / "token", folder / "token")
    (folder / "token").chmod(0o600)
    with closing(sqlite3.connect(folder / "judge.db")) as store, store:
        (last,) = store.execute("SELECT max(submitted_at) FROM submission").fetchone()
        change = {"passed": time.time() - last}
        # Rows and keys that are old would rightly be forgotten.
        store.execute("UPDATE submission SET submitted_at = submitted_at + :passed", change)
        store.execute("UPDATE submission SET finished_at = finished_at + :passed", change)
    return folder


@pytest.fixture
def client(tmp_path: Path, fake: FakeJudge, state: Path) -> Iterator[TestClient]:
    with client_of(tmp_path, fake) as client:
        yield client


@pytest.fixture
def fake() -> FakeJudge:
    return FakeJudge()


def rows(state: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(state / "judge.db")) as store:
        return store.execute(query).fetchall()


def holds(new: Any, old: Any) -> bool:
    """Whether a value is as it was, but for fields that have come since."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(name in new and holds(new[name], value) for name, value in old.items())
    if isinstance(old, list) and isinstance(new, list) and len(new) == len(old):
        return all(map(holds, new, old))
    return bool(new == old)


def test_every_report_is_given_out_as_it_was_written(client: TestClient, state: Path) -> None:
    """Each field as it was; what reports hold since then is beside them."""
    kept = rows(state, "SELECT id, report FROM submission WHERE report IS NOT NULL")
    verdicts = set()
    for id_, text in kept:
        new = client.get(f"/v1/submissions/{id_}", headers=ANN).json()["report"]
        old = json.loads(text)
        verdicts.add(old["verdict"])
        assert holds(new, old)
    assert verdicts == {"AC", "WA", "RTE", "CE"}


def test_what_was_open_is_judged_and_what_was_cancelled_is_not(
    client: TestClient, fake: FakeJudge, state: Path
) -> None:
    """The running one too, whose worker died with its server."""
    until(lambda: len(fake.judged) == 3)
    query = "SELECT status, count(*) FROM submission GROUP BY status ORDER BY status"
    until(lambda: rows(state, query) == [("cancelled", 1), ("done", 7)])
    until(lambda: rows(state, "SELECT count(*) FROM job") == [(0,)])


def test_an_old_key_names_its_submission(client: TestClient, fake: FakeJudge) -> None:
    """A client that repeats its request after the upgrade is not judged twice."""
    key = {"Idempotency-Key": "key-WA"}
    again = client.post("/v1/submissions", json=WRONG, headers=ANN | key)
    assert (again.status_code, again.json()["report"]["verdict"]) == (200, "WA")
    other = client.post("/v1/submissions", json={**WRONG, "source": ""}, headers=ANN | key)
    assert other.status_code == 422


def test_old_tokens_open_what_they_opened(client: TestClient) -> None:
    """Their scopes are kept, and a revoked one stays revoked."""
    assert client.get("/v1/problems", headers=ANN).status_code == 200
    assert client.get("/metrics", headers=ANN).status_code == 403
    assert client.get("/metrics", headers=SCRAPER).status_code == 200
    assert client.get("/v1/problems", headers=REVOKED).status_code == 401


def test_the_old_local_token_is_kept(tmp_path: Path, state: Path) -> None:
    """Editors that know it need not be set up again."""
    assert ensure_token(settings(tmp_path)) == (OLD / "token").read_text().strip()


def test_an_old_corpus_is_read_and_not_built_again(tmp_path: Path) -> None:
    """Its format is format 4; versions were hashes of other parts of a package then."""
    corpora = tmp_path / "cache" / "corpora"
    corpora.mkdir(parents=True)
    (old,) = OLD.glob("*.corpus")
    problem = load_package(OLD / "problems" / "largest", OLD / "solutions" / "largest")
    before = old.stem.removeprefix("largest-")
    kept = corpora / f"largest-{problem.version}.corpus"
    content = old.read_bytes().replace(before.encode(), problem.version.encode(), 1)
    kept.write_bytes(content)
    source = Submission(b"def largest(nums): return max(nums)\n", "own.py")
    own = Settings(tmp_path / "cache", tmp_path / "state", search_examples=5)
    steps: list[object] = []
    report = result_of(judge(source, problem, own), steps.append)
    assert (report.verdict, report.cases.total) == (Verdict.ACCEPTED, 305)
    assert not [step for step in steps if isinstance(step, CorpusBuilding)]
    assert kept.read_bytes() == content
