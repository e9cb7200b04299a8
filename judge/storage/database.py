"""The store as its tables see it: transactions on one database, whichever it is.

`sqlite` and `postgres` are the two that there are.
"""

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from sqlalchemy import Column, ColumnElement, Connection, Engine, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeEngine

from judge.errors import HostError
from judge.storage.bell import Bell

#: How long a statement waits for another process's transaction.
BUSY_SECONDS = 5.0

Insert = sqlite.Insert | postgresql.Insert
#: Seconds by the clock of leases: a number, or what the database reads for itself.
Moment = float | ColumnElement[float]


class StoreError(HostError):
    """Raised when the store cannot be read or written now; nothing was changed."""


class Database(ABC):
    """Transactions on one store, for any thread. `name` says in messages which one it is.

    One that is `shared` is used by servers and workers of several machines.
    """

    shared: ClassVar[bool]
    #: The options of a connection that only reads.
    _reading: ClassVar[Mapping[str, Any]]

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self._closed = False
        self._hasty: Database | None = None
        event.listen(engine, "checkin", self._returned)

    @contextlib.contextmanager
    def write(self, alone: str | None = None) -> Iterator[Connection]:
        """Open a transaction that is durable when it ends well. Raises `StoreError`.

        One that reads and then writes by what it read names what it changes: until it ends, no
        other `alone` with that name begins.
        """
        with self._store_errors(), self.engine.begin() as connection:
            if alone is not None:
                self._hold(connection, alone)
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that sees one state and never waits. Raises `StoreError`."""
        with self._store_errors(), self.engine.connect() as plain:
            yield plain.execution_options(**self._reading)

    def migrate(self) -> None:
        """Bring the tables to the newest schema, or make them; closes the store if that fails.

        Raises `StoreError`, and `HostError` for a store that a newer judge has written.
        """
        # A worker opens what the server has migrated, and never comes here.
        from judge.storage.schema import upgrade  # noqa: PLC0415 - alembic is slow to import

        try:
            with self.write("the schema") as connection:
                upgrade(connection)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every connection; one that a thread still uses, once it is done."""
        self._closed = True
        self.engine.dispose()
        if self._hasty is not None:
            self._hasty.close()

    def _returned(self, connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
        if self._closed and connection is not None:
            entry.invalidate()

    @abstractmethod
    def insert(self, table: Table) -> Insert:
        """Return an insertion that may say what becomes of a row that is there already."""

    @abstractmethod
    def in_json(
        self, column: Column[Any], names: tuple[str, ...], type_: TypeEngine[Any]
    ) -> ColumnElement[Any]:
        """Return a value of a column of JSON texts; null where there is none."""

    @abstractmethod
    def now(self) -> Moment:
        """Return the time by the clock of leases, which everybody who leases shares.

        Nobody sets it: a lease must not end because the time of day was put right.
        """

    @abstractmethod
    def keep(self, connection: Connection) -> None:
        """Have a transaction outlive a crash of the store, however hasty its connection is."""

    @abstractmethod
    def hasty(self) -> "Database":
        """Return this store for what a crash of its host may undo; it is closed with this one."""

    def bell(self) -> Bell | None:
        """Return a bell between the processes that share this store; None where one has it."""
        return None

    @abstractmethod
    def _hold(self, connection: Connection, alone: str) -> None:
        """Wait until no other transaction holds that name."""

    @abstractmethod
    def _words(self, cause: BaseException | None) -> str | None:
        """Return what the driver says of its own error; None where that may hold values."""

    @abstractmethod
    def _advice(self, reason: str) -> str:
        """Return what a host may do about it."""

    @contextlib.contextmanager
    def _store_errors(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            cause = error.orig if isinstance(error, DatabaseError) else None
            reason = self._words(cause) or type(error).__name__
            raise StoreError(
                f"the store {self.name} failed: {reason}; {self._advice(reason)}"
            ) from error
