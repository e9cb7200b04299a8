"""An upgrade with old and new processes at work together: each understands what the other writes.

`tests/old/` holds the tables of the schema before the newest, and the messages that a worker of the
version before sent (commit 4f32a2c1). The slow test runs that very version beside this one.
"""

import contextlib
import io
import json
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from judge.service.workers.messages import HEARTBEAT, NAMES, WorkerMessage, done
from judge.service.workers.pool import WorkerProcesses
from judge.storage.database import Database
from judge.storage.lease_queue import LeaseQueue
from judge.storage.postgres import PostgresDatabase, open_postgres
from judge.storage.schema import upgrade
from judge.storage.sqlite import SqliteDatabase, open_file
from judge.storage.submissions import Submissions
from judge.storage.tables import METADATA
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests import postgres
from tests.judge.service.apps import ThreadPool, settings
from tests.judge.service.served import ROOT, Served, environment_of
from tests.waiting import until

OLD = Path(__file__).parent / "old"
BEFORE = "0007"
COMMIT = "4f32a2c1"
TABLES: dict[str, dict[str, tuple[str, bool]]] = json.loads(
    (OLD / f"schema-{BEFORE}.json").read_text()
)
LINES = (OLD / "messages.jsonl").read_bytes().splitlines(keepends=True)
RIGHT = (ROOT / "examples/lca.py").read_text()
SLOW = RIGHT + "\nfor _ in range(12_000_000): pass\n"


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_process_of_the_version_before_can_go_on_writing(name: str) -> None:
    """Its columns are all there as they were, and it need not know the new ones."""
    new = METADATA.tables[name].columns
    for old, (kind, nullable) in TABLES[name].items():
        assert old in new, "what it reads and writes stays for one version"
        assert str(new[old].type) == kind
        assert new[old].nullable or not nullable, "it may write nothing there"
    for column in new:
        known = column.name in TABLES[name] or column.primary_key
        assert known or column.nullable or column.server_default, column


@pytest.fixture(params=["file", pytest.param("postgres", marks=pytest.mark.needs("postgres"))])
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A store of the schema before, opened by this version and not migrated yet."""
    if request.param == "file":
        with closing(SqliteDatabase(tmp_path / "judge.db")) as database:
            yield database
        return
    address = postgres.new_database(empty=True)
    with closing(PostgresDatabase(address)) as database:
        yield database
    postgres.drop_database(address)


def written_before(database: Database) -> None:
    """Write what it had: a row that waits, one that runs, one that is done."""
    columns = (
        "INSERT INTO submission (id, owner, problem, language, source, urgency, status, attempt,"
        " lease, submitted_at, started_at, verdict, report) VALUES "
    )
    queued = (
        "INSERT INTO job (id, owner, urgency, lease, lease_until, worker, attempts, deaths) VALUES "
    )
    report = '{"report_version": 1}'
    rows = (
        "('waits', 'ann', 'lca', 'python', :source, 0, 'queued', 0, NULL, 1, NULL, NULL, NULL)",
        "('runs', 'ann', 'lca', 'python', :source, 0, 'running', 1, 'old', 2, 3, NULL, NULL)",
        "('done', 'ann', 'lca', 'python', :source, 0, 'done', 1, NULL, 3, 4, 'WA', :report)",
    )
    jobs = (
        "('waits', 'ann', 0, NULL, NULL, NULL, 0, 0)",
        "('runs', 'ann', 0, 'old', 0, 'worker-of-before', 1, 0)",
    )
    with database.write() as connection:
        upgrade(connection, BEFORE)
        for row in rows:
            values = {"source": b"x", "report": report}
            connection.execute(
                text(columns + row), {k: v for k, v in values.items() if f":{k}" in row}
            )
        for job in jobs:
            connection.execute(text(queued + job))


def test_rows_of_the_version_before_are_judged(old_store: Database, tmp_path: Path) -> None:
    """What waited, and what was judged by a worker that is gone; what was done stays as it was."""
    written_before(old_store)
    old_store.migrate()
    fake, kept = FakeJudge(), Submissions(old_store)
    pool = ThreadPool(old_store, LeaseQueue(old_store), fake.judge, settings(tmp_path))
    pool.start(lambda _message: None)
    try:
        until(lambda: kept.is_over("waits") and kept.is_over("runs"))
    finally:
        pool.drain(5.0)
    rows = {one.id: one for one in kept.page("ann", 10, None)}
    assert {id_: row.verdict for id_, row in rows.items()} == {
        "waits": Verdict.ACCEPTED,
        "runs": Verdict.ACCEPTED,
        "done": Verdict.WRONG_ANSWER,
    }
    assert (rows["runs"].attempt, rows["done"].attempt) == (2, 1)


def test_messages_of_the_version_before_are_understood(tmp_path: Path) -> None:
    """A worker of it may be on any machine: its steps and ends reach who waits here."""
    heard: list[WorkerMessage] = []
    with closing(open_file(tmp_path / "judge.db")) as database:
        pool = WorkerProcesses(LeaseQueue(database), {}, workers=1, lease_seconds=1.0)
        (slot,) = pool._slots
        slot._publish = heard.append
        for line in LINES:
            slot._hear(line)
    sent = [json.loads(line) for line in LINES]
    assert [one.name for one in heard] == [one["name"] for one in sent if one["name"] != HEARTBEAT]
    assert {one.name for one in heard} >= {"started", "case", "verdict", "known", "timing", "done"}
    assert {one.name for one in heard} <= {*NAMES.values(), "done"}
    assert pool.figures().started > 0, "of its heartbeats"


def test_messages_of_this_version_have_no_field_that_the_one_before_refuses() -> None:
    """It takes exactly the fields that it sends; what is new stands in the data."""
    fields = json.loads(LINES[0]).keys()
    assert json.loads(done("a", 1, Verdict.ACCEPTED).to_line()).keys() == fields


def test_fields_of_a_later_version_are_passed_over() -> None:
    """So the next version may send more."""
    later = {**json.loads(LINES[-1]), "since": "the next version"}
    assert WorkerMessage.from_line(json.dumps(later).encode()) == WorkerMessage.from_line(LINES[-1])


@pytest.mark.parametrize("line", [b"[]", b"7", b"null", b'{"id": "a"}', b'{"na'])
def test_what_is_no_message_is_refused(line: bytes) -> None:
    """A line that was cut in the middle, or is not ours."""
    with pytest.raises((ValueError, TypeError)):
        WorkerMessage.from_line(line)


@pytest.fixture
def version_before(tmp_path: Path) -> Path:
    """The code of the version before, out of this checkout's history."""
    names = ["judge", "sandbox", "problems", "solutions", "examples", "pyproject.toml"]
    archive = ["git", "archive", COMMIT, *names]
    done = subprocess.run(archive, cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"the history of this checkout does not reach back to {COMMIT}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as packed:
        packed.extractall(tmp_path / "before", filter="data")
    return tmp_path / "before"


@pytest.mark.needs("full", "git", "postgres")
@pytest.mark.slow
def test_a_server_of_the_version_before_works_on_beside_a_new_one(
    tmp_path: Path, version_before: Path
) -> None:
    """The new one migrates the store under it; both take in, both judge, both tell of all."""
    address = postgres.new_database(empty=True)
    own = {"JUDGE_STORE": address, "JUDGE_WORKERS": "1", "JUDGE_SEARCH_EXAMPLES": "5"}
    with contextlib.ExitStack() as stack:
        stack.callback(postgres.drop_database, address)
        old = Served(
            environment_of(
                **own, JUDGE_STATE_DIR=str(tmp_path / "old"), PYTHONPATH=str(version_before)
            ),
            folder=version_before,
        )
        stack.callback(old.kill)
        assert schema_of(address) == BEFORE
        first = old.submit(RIGHT)
        new = Served(environment_of(**own, JUDGE_STATE_DIR=str(tmp_path / "new")))
        stack.callback(new.kill)
        assert schema_of(address) != BEFORE
        assert new.report_of(first["id"])["report"] == first["report"]
        ids = [one.submit(SLOW, "")["id"] for one in (old, new) * 3]
        verdicts = [one.report_of(id_)["report"]["verdict"] for id_ in ids for one in (old, new)]
        assert verdicts == ["AC"] * 12
        assert all("case" in one.events_of(old.submit(SLOW, "")["id"]) for one in (old, new))
        # A worker that dies is replaced by one of the same version, on the new tables.
        (worker,) = old.workers()
        os.kill(worker, 9)
        until(lambda: old.workers() not in ([], [worker]))
        assert old.submit(RIGHT)["report"]["verdict"] == "AC"
        assert new.rows("SELECT count(*) FROM job") == [(0,)]


def schema_of(address: str) -> Any:
    ((version,),) = postgres.rows(address, "SELECT version_num FROM alembic_version", ())
    return version


@pytest.mark.needs("postgres", "pg_dump")
def test_a_dump_of_postgresql_is_restored_into_an_empty_database(tmp_path: Path) -> None:
    """As docs/operations.md says: every row, and numbers that go on where they were."""
    source, target = postgres.new_database(empty=True), postgres.new_database(empty=True)
    try:
        with closing(PostgresDatabase(source)) as database:
            written_before(database)
            database.migrate()
        dump = str(tmp_path / "judge.dump")
        for command in (
            [str(postgres.program("pg_dump")), "--format=custom", f"--file={dump}", source],
            [
                str(postgres.program("pg_restore")),
                "--no-owner",
                "--exit-on-error",
                f"--dbname={target}",
                dump,
            ],
        ):
            subprocess.run(command, check=True)
        query = "SELECT * FROM submission ORDER BY serial"
        assert postgres.rows(source, query, ()) == postgres.rows(target, query, ())
        with closing(open_postgres(target)) as database:
            queue = LeaseQueue(database)
            assert {row.id for row in Submissions(database).unqueued(set())} == {"waits", "runs"}
            assert queue.ids() == {"waits", "runs"}
            assert queue.lease("worker", 10.0) is not None
    finally:
        postgres.drop_database(source)
        postgres.drop_database(target)
