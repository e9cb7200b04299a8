"""A store in a folder, and rows for it."""

from pathlib import Path

from judge.storage.database import Database, open_database
from judge.storage.records import NewRow


class Clock:
    """A time that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def opened(folder: Path, busy_seconds: float = 5.0) -> Database:
    """Return a store of the newest schema."""
    return open_database(folder / "judge.db", busy_seconds=busy_seconds)


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
