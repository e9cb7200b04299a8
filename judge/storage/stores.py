"""Which store it is: that at an address, or a file of this machine where there is none."""

from pathlib import Path

from judge.storage.database import Database
from judge.storage.postgres import PostgresDatabase, open_postgres
from judge.storage.sqlite import SqliteDatabase, open_file

#: The name of the file in the state folder.
FILE = "judge.db"


def open_store(address: str | None, state_dir: Path) -> Database:
    """Return the store, made or migrated first. Raises `UsageError` and `HostError`."""
    return open_file(state_dir / FILE) if address is None else open_postgres(address)


def connect_store(address: str | None, state_dir: Path) -> Database:
    """Return a store that a server has opened, for a worker: what it loses it makes again."""
    if address is None:
        return SqliteDatabase(state_dir / FILE, durable=False)
    return PostgresDatabase(address, durable=False)
