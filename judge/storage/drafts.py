"""Drafts: what owners have typed and not handed in yet, and what stood there before.

Of each problem one text is the head. What is typed on replaces it in place; a text that would lose
something of another one stays beside it. Each owner has room of its own; where that is used up, the
oldest versions make way, and the oldest heads last.
"""

import hashlib
import json
import secrets
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from judge.errors import JudgeError
from judge.records import dataclass, replace
from judge.storage.database import Database
from judge.storage.tables import DRAFT

#: The texts of an owner, those of one problem, and the bytes of one with its inputs.
MOST_DRAFTS = 200
MOST_VERSIONS = 50
DRAFT_BYTES = 256 * 1024
#: A text that is typed on is a version anew after so long, and where more than so much was removed.
VERSION_SECONDS = 300.0
REMOVED_BYTES = 40


class DraftTooLargeError(JudgeError):
    """Raised for a draft that is larger than any source may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDraft:
    """A text to keep, with inputs for it. `client` is where it was typed, `serial` rises there."""

    client: str
    serial: int
    language: str
    source: bytes
    inputs: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """What is the same for the same text and inputs."""
        inputs = json.dumps(self.inputs).encode("ascii")
        return hashlib.sha256(len(self.source).to_bytes(8) + self.source + inputs).hexdigest()[:32]

    @property
    def size(self) -> int:
        """The bytes of text and inputs."""
        return len(self.source) + sum(len(json.dumps(one)) for one in self.inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(NewDraft):
    """A text that is kept. Times are seconds since the epoch."""

    id: str
    began_at: float
    updated_at: float
    head: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a text that was put: the head now, and whether it is that text."""

    head: Draft
    taken: bool


class Drafts:
    """The drafts of all owners. Every method raises `StoreError` when the store fails."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def head(self, owner: str, problem: str) -> Draft | None:
        """Return the text of a problem; None where there is none."""
        with self._database.read() as connection:
            return _head(connection, owner, problem)

    def versions(self, owner: str, problem: str) -> list[Draft]:
        """Return the texts of a problem, newest first."""
        with self._database.read() as connection:
            query = select(DRAFT).where(_of(owner, problem))
            newest = query.order_by(DRAFT.c.updated_at.desc(), DRAFT.c.number.desc())
            return [_draft(row) for row in connection.execute(newest).mappings()]

    def version(self, owner: str, problem: str, id_: str) -> Draft | None:
        """Return one text of a problem; None where it is not kept."""
        with self._database.read() as connection:
            query = select(DRAFT).where(_of(owner, problem), DRAFT.c.id == id_)
            row = connection.execute(query).mappings().first()
        return None if row is None else _draft(row)

    def put(self, owner: str, problem: str, new: NewDraft, known: Callable[[Draft], bool]) -> Kept:
        """Keep a text: as the head, or beside one that whoever typed it has not seen.

        `known` says whether they have. Raises `DraftTooLargeError`.
        """
        if new.size > DRAFT_BYTES:
            raise DraftTooLargeError(f"a draft may have {DRAFT_BYTES:,} bytes with its inputs")
        with self._database.write(f"drafts of {owner}") as connection:
            head = _head(connection, owner, problem)
            taken = head is None or self._follows(head, new) or known(head)
            before = head if taken else _newest_of(connection, owner, problem, new.client)
            if before is not None and (before.tag == new.tag or self._goes_on(before, new)):
                kept = replace(before, **_texts(new), updated_at=self._clock())
                _write(connection, kept)
            else:
                kept = self._add(connection, owner, problem, new, head=taken)
                _make_room(connection, owner, problem, kept)
            return Kept(kept, taken=True) if taken or head is None else Kept(head, taken=False)

    def delete(self, owner: str, problem: str) -> None:
        """Forget all texts of a problem."""
        with self._database.write() as connection:
            connection.execute(delete(DRAFT).where(_of(owner, problem)))

    def _follows(self, head: Draft, new: NewDraft) -> bool:
        """Whether a text takes nothing away that its client does not know of."""
        own = head.client == new.client and new.serial > head.serial
        return own or head.tag == new.tag

    def _goes_on(self, before: Draft, new: NewDraft) -> bool:
        """Whether a text is the same being typed on, and not a version of its own."""
        young = 0 <= self._clock() - before.began_at < VERSION_SECONDS
        same = before.client == new.client and before.serial <= new.serial
        return young and same and _removed(before.source, new.source) <= REMOVED_BYTES

    def _add(
        self, connection: Connection, owner: str, problem: str, new: NewDraft, *, head: bool
    ) -> Draft:
        now, id_ = self._clock(), secrets.token_hex(16)
        if head:
            connection.execute(update(DRAFT).where(_of(owner, problem)).values(head=False))
        made = Draft(**_texts(new), id=id_, began_at=now, updated_at=now, head=head)
        values = {"owner": owner, "problem": problem, "id": id_, "began_at": now, "head": head}
        connection.execute(insert(DRAFT).values(**values, **_columns(made)))
        return made


def _texts(new: NewDraft) -> dict[str, Any]:
    names = ("client", "serial", "language", "source", "inputs")
    return {name: getattr(new, name) for name in names}


def _columns(draft: Draft) -> dict[str, Any]:
    inputs = json.dumps(draft.inputs)  # ASCII: an input may hold lone surrogates
    return {**_texts(draft), "inputs": inputs, "updated_at": draft.updated_at}


def _write(connection: Connection, draft: Draft) -> None:
    connection.execute(update(DRAFT).where(DRAFT.c.id == draft.id).values(**_columns(draft)))


def _of(owner: str, problem: str) -> Any:
    return (DRAFT.c.owner == owner) & (DRAFT.c.problem == problem)


def _head(connection: Connection, owner: str, problem: str) -> Draft | None:
    query = select(DRAFT).where(_of(owner, problem), DRAFT.c.head.is_(True))
    row = connection.execute(query).mappings().first()
    return None if row is None else _draft(row)


def _newest_of(connection: Connection, owner: str, problem: str, client: str) -> Draft | None:
    """Return the newest text of a client that stands beside the head."""
    beside = select(DRAFT).where(
        _of(owner, problem), DRAFT.c.head.is_(False), DRAFT.c.client == client
    )
    row = connection.execute(beside.order_by(DRAFT.c.number.desc())).mappings().first()
    return None if row is None else _draft(row)


def _make_room(connection: Connection, owner: str, problem: str, new: Draft) -> None:
    """Delete what is too much, versions before heads and the oldest first; never what is new."""
    columns = (DRAFT.c.id, DRAFT.c.problem)
    oldest = select(*columns).where(DRAFT.c.owner == owner, DRAFT.c.id != new.id)
    order = (DRAFT.c.head, DRAFT.c.updated_at, DRAFT.c.number)
    others = connection.execute(oldest.order_by(*order)).all()
    of_this = [id_ for id_, its_problem in others if its_problem == problem]
    gone = of_this[: max(0, len(of_this) + 1 - MOST_VERSIONS)]
    left = [id_ for id_, _ in others if id_ not in gone]
    gone += left[: max(0, len(left) + 1 - MOST_DRAFTS)]
    if gone:
        connection.execute(delete(DRAFT).where(DRAFT.c.id.in_(gone)))


def _draft(row: RowMapping) -> Draft:
    names = ("client", "serial", "language", "source", "id", "began_at", "updated_at", "head")
    inputs = tuple(json.loads(row["inputs"]))
    return Draft(**{name: row[name] for name in names}, inputs=inputs)


def _removed(before: bytes, after: bytes) -> int:
    """Return how many bytes are gone between what both begin with and what both end with."""
    shortest = min(len(before), len(after))
    start = _alike(shortest, lambda size: before[:size] == after[:size])
    end = _alike(shortest - start, lambda size: not size or before[-size:] == after[-size:])
    return len(before) - start - end


def _alike(most: int, same: Callable[[int], bool]) -> int:
    """Return the greatest size up to `most` that is `same`, as all smaller ones are."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
