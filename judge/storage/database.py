"""The store: one SQLite file in WAL mode, migrated when it is opened.

Makes `judge.db` (mode 0600) and the two files that SQLite keeps beside it.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from judge.errors import HostError
from judge.settings import is_full, state_mend

#: How long a statement waits for another process's transaction.
BUSY_SECONDS = 5.0


class StoreError(HostError):
    """Raised when the store cannot be read or written now; nothing was changed."""


class Database:
    """Transactions on one file, for any thread.

    Without `durable` a power cut, and nothing else, may undo the newest transactions. That is
    enough for a worker, whose undone report is made again, and not for an answer of 202.
    """

    def __init__(
        self, path: Path, *, busy_seconds: float = BUSY_SECONDS, durable: bool = True
    ) -> None:
        self.path = path
        self._synchronous = "FULL" if durable else "NORMAL"
        address = URL.create("sqlite", database=str(path))
        # Parameters are sources and reports, which no log may hold.
        self.engine: Engine = create_engine(
            address, connect_args={"timeout": busy_seconds}, hide_parameters=True
        )
        event.listen(self.engine, "connect", self._prepare)
        event.listen(self.engine, "begin", _begin)

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """Open a transaction that is durable when it ends well. Raises `StoreError`."""
        with self._store_errors(), self.engine.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that sees one state and never waits. Raises `StoreError`."""
        with self._store_errors(), self.engine.connect() as plain:
            yield plain.execution_options(judge_reads=True)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def _prepare(self, connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # Transactions begin in `_begin`, not where the driver guesses.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")

    @contextlib.contextmanager
    def _store_errors(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            cause = error.orig if isinstance(error, DatabaseError) else None
            reason = str(cause) if isinstance(cause, sqlite3.Error) else type(error).__name__
            raise StoreError(
                f"the store {self.path} failed: {reason}; {_advice(reason, self.path)}"
            ) from error


def open_database(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Return the store in that file, made or migrated first. Raises `StoreError`."""
    # A worker opens what the server has migrated, and never comes here.
    from judge.storage.schema import upgrade  # noqa: PLC0415 - alembic is slow to import

    try:
        # Made here with this mode; SQLite gives it to the files beside it.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600))
    except OSError as error:
        raise StoreError(
            f"cannot keep the store in {path}: {error.strerror}. {state_mend(error)}"
        ) from None
    database = Database(path, busy_seconds=busy_seconds)
    try:
        with database.write() as connection:
            upgrade(connection)
    except BaseException:
        database.close()
        raise
    return database


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    # A transaction that reads and then writes would fail where another wrote in between.
    connection.exec_driver_sql("BEGIN" if options.get("judge_reads") else "BEGIN IMMEDIATE")


def _advice(reason: str, path: Path) -> str:
    # Where a file beside the store cannot grow or be made, SQLite says "disk I/O error", or that
    # it cannot open the store.
    if "full" in reason or is_full(path.parent):
        return "free some space on that disk"
    if "locked" in reason:
        return "another process holds it; look for a backup or a second server"
    return "see the operations page on backups"
