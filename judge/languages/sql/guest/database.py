"""A database in memory that holds the tables of one case, and what a query may do in it."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import apsw

#: The longest text or blob in bytes; a program, a pattern, and what the parser takes.
LIMITS = {
    apsw.SQLITE_LIMIT_LENGTH: 1_000_000,
    apsw.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 500,
    apsw.SQLITE_LIMIT_COLUMN: 200,
    apsw.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    apsw.SQLITE_LIMIT_VDBE_OP: 100_000,
    apsw.SQLITE_LIMIT_FUNCTION_ARG: 50,
    apsw.SQLITE_LIMIT_ATTACHED: 0,
    apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    apsw.SQLITE_LIMIT_VARIABLE_NUMBER: 0,
    apsw.SQLITE_LIMIT_WORKER_THREADS: 0,
}
#: Rows that one statement inserts while a database is filled.
BATCH = 50
CONFIGURATION = {
    apsw.SQLITE_DBCONFIG_DEFENSIVE: 1,
    apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_VIEW: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: 0,
}


class _NoClock(apsw.VFS):
    """The default file system with a clock that stands still: what a query says never changes."""

    def __init__(self) -> None:
        super().__init__("no-clock", "")

    def xCurrentTime(self) -> float:  # noqa: N802 - apsw's name
        return 2440587.5  # 1970-01-01, as a Julian day

    def xCurrentTimeInt64(self) -> int:  # noqa: N802 - apsw's name
        return 210_866_760_000_000


_FILE_SYSTEM = _NoClock()


def open_database(tables: Sequence[Mapping[str, str]]) -> apsw.Connection:
    """Return a database with these tables, all empty."""
    connection = apsw.Connection(":memory:", vfs="no-clock")
    # Sorting and subqueries otherwise spill into files, and there is no folder for these.
    connection.execute("PRAGMA temp_store = 2")
    for table in tables:
        connection.execute(table["schema"])
    return connection


def fill(connection: apsw.Connection, names: Sequence[str], text: str) -> None:
    """Insert the rows of each table: `text` is a JSON array of tables, each a list of columns.

    One table is decoded at a time: all at once take more memory than the database itself.
    """
    decode, at = json.JSONDecoder().raw_decode, 1
    with connection:
        for name in names:
            columns: list[list[Any]]
            columns, at = decode(text, at)
            at += 1  # the comma, or the bracket at the end
            cells = list(chain.from_iterable(zip(*columns, strict=True)))
            size = BATCH * len(columns)
            whole = len(cells) - len(cells) % size
            _insert(connection, name, len(columns), BATCH, cells[:whole])
            _insert(connection, name, len(columns), 1, cells[whole:])


def _insert(
    connection: apsw.Connection, name: str, width: int, rows: int, cells: list[Any]
) -> None:
    """Insert so many rows at a time: to begin a statement takes longer than to insert a row."""
    row = f"({', '.join('?' * width)})"
    statement = f'INSERT INTO "{name}" VALUES {", ".join([row] * rows)}'  # noqa: S608 - a table of the package
    size = width * rows
    connection.executemany(statement, (cells[at : at + size] for at in range(0, len(cells), size)))


def restrict(connection: apsw.Connection) -> None:
    """Set the limits under which a query is read and runs; no virtual table is left."""
    connection.drop_modules(None)
    for option, value in CONFIGURATION.items():
        connection.config(option, value)
    for limit, most in LIMITS.items():
        connection.limit(limit, most)
