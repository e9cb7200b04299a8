"""The store in one SQLite file in WAL mode, for one machine.

Makes `judge.db` (mode 0600) and the two files that SQLite keeps beside it.
"""

import os
import sqlite3
import time
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Table,
    case,
    create_engine,
    event,
    func,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeEngine

from judge.settings import is_full, state_mend
from judge.storage.database import BUSY_SECONDS, Database, Insert, StoreError


class SqliteDatabase(Database):
    """Transactions on one file, for any thread.

    Without `durable` a power cut, and nothing else, may undo the newest transactions. That is
    enough for a worker, whose undone report is made again, and not for an answer of 202.
    """

    shared = False
    _reading = MappingProxyType({"judge_reads": True})

    def __init__(
        self, path: Path, *, busy_seconds: float = BUSY_SECONDS, durable: bool = True
    ) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._synchronous = "FULL" if durable else "NORMAL"
        address = URL.create("sqlite", database=str(path))
        # Parameters are sources and reports, which no log may hold.
        engine = create_engine(
            address, connect_args={"timeout": busy_seconds}, hide_parameters=True
        )
        super().__init__(engine, str(path))
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", _begin)

    def insert(self, table: Table) -> Insert:
        return insert(table)

    def in_json(
        self, column: Column[Any], names: tuple[str, ...], type_: TypeEngine[Any]
    ) -> ColumnElement[Any]:
        value = func.json_extract(column, ".".join(("$", *names)), type_=type_)
        return case((func.json_valid(column) == 1, value))

    def now(self) -> float:
        return time.monotonic()

    def keep(self, connection: Connection) -> None:
        """Do nothing: what is written is in the kernel's hands, and only a power cut undoes it."""

    def hasty(self) -> Database:
        if self._hasty is None:
            self._hasty = SqliteDatabase(self.path, busy_seconds=self._busy_seconds, durable=False)
        return self._hasty

    def _hold(self, connection: Connection, alone: str) -> None:
        """Do nothing: of the transactions that write, there is one at a time (`_begin`)."""

    def _words(self, cause: BaseException | None) -> str | None:
        return str(cause) if isinstance(cause, sqlite3.Error) else None

    def _advice(self, reason: str) -> str:
        # Where a file beside the store cannot grow or be made, SQLite says "disk I/O error", or
        # that it cannot open the store.
        if "full" in reason or is_full(self.path.parent):
            return "free some space on that disk"
        if "locked" in reason:
            return "another process holds it; look for a backup or a second server"
        return "see the operations page on backups"

    def _prepare(self, connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # Transactions begin in `_begin`, not where the driver guesses.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")


def open_file(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> SqliteDatabase:
    """Return the store in that file, made or migrated first. Raises `StoreError`."""
    try:
        # Made here with this mode; SQLite gives it to the files beside it.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600))
    except OSError as error:
        raise StoreError(
            f"cannot keep the store in {path}: {error.strerror}. {state_mend(error)}"
        ) from None
    database = SqliteDatabase(path, busy_seconds=busy_seconds)
    database.migrate()
    return database


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    # A transaction that reads and then writes would fail where another wrote in between.
    connection.exec_driver_sql("BEGIN" if options.get("judge_reads") else "BEGIN IMMEDIATE")
