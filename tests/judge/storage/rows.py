"""A store in a folder, and rows for it."""

from pathlib import Path

from judge.storage.database import Database
from judge.storage.postgres import open_postgres
from judge.storage.records import NewRow
from judge.storage.sqlite import open_file
from judge.storage.stores import FILE
from tests import postgres


class Clock:
    """A time that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def opened(folder: Path, busy_seconds: float = 5.0) -> Database:
    """Return the store of a folder in its newest schema: one file, unless the folder names another.

    The fixture `each_store` makes every test that uses it run on both.
    """
    address = postgres.address_of(folder)
    if address is not None:
        return open_postgres(address, busy_seconds=busy_seconds)
    return open_file(folder / FILE, busy_seconds=busy_seconds)


def new(number: int, owner: str = "ann", key: str | None = None, body: str = "b") -> NewRow:
    """Return a submission to keep; its id is the number."""
    return NewRow(
        id=f"{number:032}",
        owner=owner,
        problem="lca",
        language="python",
        source=b"source",
        idempotency_key=key,
        body_digest=body,
    )
