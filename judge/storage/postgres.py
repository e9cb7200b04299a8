"""The store in a PostgreSQL database, for servers and workers of several machines.

PostgreSQL 16 and later, by psycopg 3, which the extra `cluster` brings.
"""

import hashlib
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    JSON,
    URL,
    Column,
    ColumnElement,
    Connection,
    Float,
    Table,
    case,
    cast,
    create_engine,
    func,
    make_url,
    select,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import ArgumentError
from sqlalchemy.types import TypeEngine

from judge.errors import MissingExtraError, UsageError
from judge.storage.bell import Bell, PostgresBell
from judge.storage.database import BUSY_SECONDS, Database, Insert

SCHEMES = ("postgresql", "postgres")
#: Escapes of JSON. What looks like one behind an escaped backslash may be replaced as well.
UNTELLABLE = r"\\u(d[89a-f][0-9a-f]{2}|0000)"
#: How long a dead network is waited for, in seconds: as long as a lease.
NETWORK_SECONDS = 10


class PostgresDatabase(Database):
    """Transactions on one PostgreSQL database, for any thread.

    Without `durable` a crash of the database may undo the newest transactions, all from one on
    (synchronous_commit in the documentation of PostgreSQL).
    """

    shared = True
    _reading = MappingProxyType({"isolation_level": "REPEATABLE READ", "postgresql_readonly": True})

    def __init__(
        self, address: str, *, busy_seconds: float = BUSY_SECONDS, durable: bool = True
    ) -> None:
        url = _url(address)
        settings = {
            "lock_timeout": f"{busy_seconds * 1000:.0f}",
            "synchronous_commit": "on" if durable else "off",
            # A process that is frozen in mid transaction must not hold up the others.
            "idle_in_transaction_session_timeout": f"{NETWORK_SECONDS * 1000}",
        }
        options = {
            "connect_timeout": NETWORK_SECONDS,
            "tcp_user_timeout": NETWORK_SECONDS * 1000,
            "keepalives_idle": NETWORK_SECONDS,
            "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
        }
        try:
            # A connection that died while it was idle is replaced before it is used.
            engine = create_engine(
                url.set(drivername="postgresql+psycopg"),
                connect_args=options,
                hide_parameters=True,
                pool_pre_ping=True,
            )
        except ModuleNotFoundError as error:
            raise MissingExtraError("psycopg", "cluster") from error
        self._conninfo = url.render_as_string(hide_password=False)
        super().__init__(engine, url.render_as_string())

    def insert(self, table: Table) -> Insert:
        return insert(table)

    def in_json(
        self, column: Column[Any], names: tuple[str, ...], type_: TypeEngine[Any]
    ) -> ColumnElement[Any]:
        # PostgreSQL has no text for a lone surrogate or the character 0, which a report may hold.
        plain = func.regexp_replace(column, UNTELLABLE, r"\\u0020", "gi")
        text = func.json_extract_path_text(cast(plain, JSON), *names)
        return case((func.pg_input_is_valid(plain, "json"), cast(text, type_)))

    def now(self) -> ColumnElement[float]:
        return cast(func.extract("epoch", func.clock_timestamp()), Float(53))

    def keep(self, connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL synchronous_commit = on")

    def hasty(self) -> Database:
        # Its disk is waited for by many at once, and connections are few.
        return self

    def bell(self) -> Bell:
        return PostgresBell(self._connect)

    def _connect(self) -> Any:
        driver = self.engine.dialect.loaded_dbapi
        return driver.connect(self._conninfo, autocommit=True, connect_timeout=NETWORK_SECONDS)

    def _hold(self, connection: Connection, alone: str) -> None:
        number = int.from_bytes(hashlib.sha256(alone.encode()).digest()[:8], signed=True)
        connection.execute(select(func.pg_advisory_xact_lock(number)))

    def _words(self, cause: BaseException | None) -> str | None:
        # Lines after the first may hold values of a row.
        lines = str(cause).strip().splitlines() if cause is not None else []
        return lines[0] if lines else None

    def _advice(self, reason: str) -> str:
        if "No space left" in reason or "could not extend" in reason:
            return "free some space on its disk"
        if "lock timeout" in reason:
            return "another process holds it; look for a backup or a migration"
        return "look whether that server runs, and whether JUDGE_STORE names it"


def open_postgres(address: str, *, busy_seconds: float = BUSY_SECONDS) -> PostgresDatabase:
    """Return the store at an address, made or migrated first.

    Raises `UsageError` for what is no address, `MissingExtraError` and `StoreError`.
    """
    database = PostgresDatabase(address, busy_seconds=busy_seconds)
    database.migrate()
    return database


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    if url is None or url.drivername not in SCHEMES or not url.database:
        raise UsageError(
            "a store is named as in postgresql://user@host/database; "
            "without JUDGE_STORE it is a file in the state folder"
        )
    return url.set(drivername="postgresql")
