"""What is PostgreSQL's alone: its schema, its words when it fails, its bell."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event

from judge.errors import UsageError
from judge.storage.bell import Bell
from judge.storage.bounds import BoundError
from judge.storage.database import StoreError
from judge.storage.lease_queue import LeaseQueue
from judge.storage.postgres import PostgresDatabase, open_postgres
from judge.storage.records import Urgency
from judge.storage.submissions import Submissions
from judge.storage.tables import METADATA
from judge.verdict import Verdict
from tests import postgres
from tests.judge.storage.rows import new
from tests.waiting import until


@pytest.fixture
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    made = postgres.new_database()
    yield made
    postgres.drop_database(made)


@pytest.fixture
def database(address: str) -> Iterator[PostgresDatabase]:
    database = open_postgres(address, busy_seconds=0.2)
    yield database
    database.close()


@pytest.mark.needs("postgres")
def test_the_migrations_end_at_the_tables_that_the_code_uses(database: PostgresDatabase) -> None:
    """alembic finds no difference between the migrated database and `tables`."""
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


@pytest.mark.needs("postgres")
def test_servers_that_start_together_make_the_tables_once() -> None:
    """Two that find an empty database do not both migrate it."""
    address = postgres.new_database(empty=True)
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_postgres(address, busy_seconds=30), range(4)))
    assert Submissions(opened[3]).add(new(1))[1]
    for one in opened:
        one.close()
    postgres.drop_database(address)


@pytest.mark.needs("postgres")
def test_of_attempts_that_come_at_once_no_more_are_kept_than_a_token_has(address: str) -> None:
    """They are counted in the transaction that adds one, whichever server it came to."""
    databases = [open_postgres(address) for _ in range(4)]

    def hand_in(number: int) -> bool:
        try:
            Submissions(databases[number % 4]).add(new(number), most=3)
        except BoundError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(hand_in, range(12))) == 3
    for one in databases:
        one.close()


@pytest.mark.needs("postgres")
def test_a_key_that_two_servers_get_at_once_is_answered_once(address: str) -> None:
    """The second one gets the first one's row."""
    databases = [open_postgres(address) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda n: Submissions(databases[n]).add(new(n, key="once")), range(4)))
    assert len({row.id for row, _ in rows}) == 1
    assert sum(fresh for _, fresh in rows) == 1
    for one in databases:
        one.close()


@pytest.mark.needs("postgres")
def test_workers_that_look_at_once_get_a_row_each(address: str) -> None:
    """Nothing is leased twice, and the turn counts every lease."""
    databases = [open_postgres(address) for _ in range(4)]
    queues = [LeaseQueue(one) for one in databases]
    for number in range(40):
        queues[0].put(f"{number}", f"owner{number % 3}", Urgency.INTERACTIVE)
    with ThreadPoolExecutor(4) as pool:
        leases = list(pool.map(lambda n: queues[n % 4].lease(f"w{n}", 60), range(40)))
    assert len({lease.id for lease in leases if lease is not None}) == 40
    for one in databases:
        one.close()


@pytest.mark.needs("postgres")
def test_a_held_store_is_said_and_loses_nothing(database: PostgresDatabase) -> None:
    """Whoever holds an owner's rows too long gets another an error in words."""
    kept = Submissions(database)
    with (
        database.write("submissions of ann"),
        pytest.raises(StoreError, match=r"lock timeout.*another process"),
    ):
        kept.add(new(1))
    assert kept.add(new(1))[1]


@pytest.mark.needs("postgres")
def test_an_error_shows_neither_password_nor_values() -> None:
    """Both would stand in a log."""
    place, _, rest = postgres.new_database().partition("?")
    secret = place.replace("postgres:@", "postgres:secret@") + "?" + rest
    database = open_postgres(secret)
    try:
        kept = Submissions(database)
        kept.add(new(1))
        with pytest.raises(StoreError) as refused:
            kept.add(replace(new(1), owner="bob", source=b"hidden text"))
        assert "duplicate key" in str(refused.value)
        for word in ("secret", "hidden", f"{1:032}"):
            assert word not in str(refused.value)
    finally:
        database.close()


@pytest.mark.needs("postgres")
def test_a_store_that_is_not_there_is_said() -> None:
    """With the variable that names it."""
    with pytest.raises(StoreError, match="JUDGE_STORE"):
        open_postgres("postgresql://nobody@127.0.0.1:1/judge")


@pytest.mark.parametrize("address", ["judge.db", "mysql://a/b", "postgresql://", "postgresql://a"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="postgresql://user@host/database"):
        open_postgres(address)


@pytest.fixture
def bell(database: PostgresDatabase) -> Iterator[Bell]:
    bell = database.bell()
    yield bell
    bell.close()


@pytest.mark.needs("postgres")
def test_a_bell_is_heard_again_after_its_connections_died(
    bell: Bell, database: PostgresDatabase
) -> None:
    """The database was restarted: nobody has to restart a worker."""
    heard = list[str]()
    bell.listen(heard.append)
    until(lambda: _rung(bell, [heard], "before"))
    with database.write() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    heard.clear()
    until(lambda: _rung(bell, [heard], "after"))


def _rung(bell: Bell, heard: list[list[str]], text: str) -> bool:
    bell.ring(text)
    threading.Event().wait(0.05)
    return all(text in into for into in heard)


@pytest.mark.needs("postgres")
def test_a_report_outlives_a_crash_of_postgresql(address: str) -> None:
    """Though a worker waits for no disk otherwise: who has seen it must not see it gone."""
    database = PostgresDatabase(address, durable=False)
    seen: list[str] = []

    @event.listens_for(database.engine, "commit")
    def note(connection: Connection) -> None:
        seen.append(connection.exec_driver_sql("SHOW synchronous_commit").scalar_one())

    kept = Submissions(database)
    row, _ = kept.add(new(1))
    assert kept.start(row.id, "lease", 1) is not None
    assert kept.finish(row.id, "lease", Verdict.ACCEPTED, "{}")
    assert kept.find(row.id) is not None
    assert seen[:3] == ["off", "off", "on"]
    database.close()
