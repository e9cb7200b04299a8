"""The histories of issued tokens' owners: what each did, as JSON documents, and texts beside them.

Nothing of a document is read here but its row. Each owner has room of its own; where the texts are
too many, the oldest make way, and where the documents are, no more is kept.
"""

import zlib
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select

from judge.records import dataclass
from judge.storage.database import Database
from judge.storage.tables import HAPPENED, WRITTEN

#: Room of one owner. An evening's documents take some 20 KB.
DOCUMENT_BYTES = 8 * 1024 * 1024
TEXT_BYTES = 32 * 1024 * 1024
#: The largest source, and what a text that was tampered with may not grow beyond.
ONE_TEXT_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing that an owner did. `at` is in seconds since the epoch."""

    id: str
    at: float
    problem: str | None
    document: str


class Histories:
    """The histories of all owners. Every method raises `StoreError` when the store fails."""

    def __init__(
        self,
        database: Database,
        *,
        document_bytes: int = DOCUMENT_BYTES,
        text_bytes: int = TEXT_BYTES,
    ) -> None:
        self._database = database
        self._document_bytes = document_bytes
        self._text_bytes = text_bytes

    def append(self, owner: str, new: Happened, texts: dict[str, bytes]) -> bool:
        """Keep what an owner did, and texts by their digest.

        Nothing is kept, and False returned, where its id is known or the owner's room is used up.
        """
        size = len(new.document)
        with self._database.write(f"history of {owner}") as connection:
            if _bytes_of(connection, HAPPENED, owner) + size > self._document_bytes:
                return False
            values = {
                "owner": owner,
                "id": new.id,
                "at": new.at,
                "problem": new.problem,
                "bytes": size,
                "document": new.document,
            }
            if not self._insert(connection, HAPPENED, values):
                return False
            for digest, text in texts.items():
                self._write(connection, owner, digest, text)
        return True

    def read(self, owner: str, problem: str | None = None) -> list[str]:
        """Return the documents of an owner, or those of one problem, in order of their moments."""
        query = select(HAPPENED.c.document).where(HAPPENED.c.owner == owner)
        if problem is not None:
            query = query.where(HAPPENED.c.problem == problem)
        with self._database.read() as connection:
            found = connection.execute(query.order_by(HAPPENED.c.at, HAPPENED.c.serial))
            return list(found.scalars())

    def text(self, owner: str, digest: str) -> bytes | None:
        """Return a text of an owner's by its digest; None where it is not kept."""
        query = select(WRITTEN.c.text).where(WRITTEN.c.owner == owner, WRITTEN.c.digest == digest)
        with self._database.read() as connection:
            found = connection.execute(query).scalar_one_or_none()
        return None if found is None else zlib.decompressobj().decompress(found, ONE_TEXT_BYTES)

    def _write(self, connection: Connection, owner: str, digest: str, text: bytes) -> None:
        packed = zlib.compress(text)
        if len(text) > ONE_TEXT_BYTES or len(packed) > self._text_bytes:
            return
        values = {"owner": owner, "digest": digest, "bytes": len(packed), "text": packed}
        new = self._insert(connection, WRITTEN, values)
        over = _bytes_of(connection, WRITTEN, owner) - self._text_bytes
        if not new or over <= 0:
            return
        oldest = select(WRITTEN.c.serial, WRITTEN.c.bytes).where(WRITTEN.c.owner == owner)
        for serial, size in connection.execute(oldest.order_by(WRITTEN.c.serial)).all():
            if over <= 0:
                break
            connection.execute(delete(WRITTEN).where(WRITTEN.c.serial == serial))
            over -= size

    def _insert(self, connection: Connection, table: Table, values: dict[str, Any]) -> bool:
        """Insert a row; False where it is there already."""
        row = self._database.insert(table).values(values).on_conflict_do_nothing()
        return connection.execute(row.returning(table.c.serial)).first() is not None


def _bytes_of(connection: Connection, table: Table, owner: str) -> int:
    query = select(func.coalesce(func.sum(table.c.bytes), 0)).where(table.c.owner == owner)
    return int(connection.execute(query).scalar_one())
