import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from judge.errors import HostError
from judge.storage.database import StoreError
from judge.storage.schema import upgrade
from judge.storage.sqlite import SqliteDatabase
from judge.storage.submissions import Submissions
from judge.storage.tables import METADATA
from tests.judge.storage.rows import new, opened


def test_the_store_is_its_owners_alone(tmp_path: Path) -> None:
    """Sources and reports of others lie in it: the file and those beside it are 0600."""
    database = opened(tmp_path)
    Submissions(database).add(new(1))
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600}
    database.close()


def test_the_migrations_end_at_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    """alembic finds no difference between the migrated file and `tables`."""
    database = opened(tmp_path)
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    database.close()


def test_a_store_of_the_first_schema_is_brought_to_the_newest_with_its_rows(tmp_path: Path) -> None:
    """An upgrade of the judge loses nothing that was handed in before it."""
    old = SqliteDatabase(tmp_path / "judge.db")
    with old.write() as connection:
        upgrade(connection, "0001")
        connection.execute(
            text(
                "INSERT INTO submission (id, owner, problem, language, source, urgency, status,"
                " attempt, submitted_at)"
                " VALUES ('a', 'ann', 'lca', 'python', x'00', 0, 'queued', 0, 1)"
            )
        )
    old.close()
    database = opened(tmp_path)
    kept = Submissions(database)
    assert [row.id for row in kept.unqueued(set())] == ["a"]
    assert kept.add(new(1, key="k"))[1]
    database.close()


def test_a_store_of_a_newer_judge_is_refused(tmp_path: Path) -> None:
    """Going back a version says what to do, and changes nothing."""
    opened(tmp_path).close()
    with sqlite3.connect(tmp_path / "judge.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(HostError, match="newer"):
        opened(tmp_path)


def test_a_locked_store_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """Whoever holds the file too long gets us an error in words, not a traceback."""
    database = opened(tmp_path, busy_seconds=0.05)
    kept = Submissions(database)
    first, _ = kept.add(new(1))
    holder = sqlite3.connect(tmp_path / "judge.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        kept.add(new(2))
    assert kept.find(first.id, "ann") == first, "reading goes on"
    holder.execute("ROLLBACK")
    holder.close()
    assert kept.add(new(2))[1]
    database.close()


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """A submission that does not fit is refused; the ones before it stay."""
    database = opened(tmp_path)
    kept = Submissions(database)
    first, _ = kept.add(new(1))
    with database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match=r"full.*free some space"):
        kept.add(replace(new(2), source=b"x" * 1_000_000))
    assert [row.id for row in kept.page("ann", 10, None)] == [first.id]
    database.close()


def test_a_place_that_cannot_hold_a_store_is_said(tmp_path: Path) -> None:
    """The message names the place and the variable that changes it."""
    with pytest.raises(StoreError, match="JUDGE_STATE_DIR"):
        opened(tmp_path / "nowhere")


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    """Another file in its place is not overwritten."""
    (tmp_path / "judge.db").write_bytes(b"hello, this is no database at all" * 100)
    with pytest.raises(StoreError, match="not a database"):
        opened(tmp_path)
