"""Submissions as rows: kept before they are answered, and judged at most once.

A worker writes under a fence: it names its lease, and only the newest attempt may write. So a
worker that was frozen, given up and wakes late changes nothing.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    RowMapping,
    Select,
    and_,
    case,
    delete,
    false,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)

from judge.storage.bounds import BoundError
from judge.storage.database import Database
from judge.storage.queue import LOCAL_OWNER, REJUDGE
from judge.storage.records import (
    KeepSources,
    KeptSource,
    ListedRow,
    NewRow,
    Row,
    Status,
    Task,
    Untold,
    Urgency,
)
from judge.storage.tables import SUBMISSION, UNTOLD
from judge.verdict import Verdict

_OPEN = (Status.QUEUED, Status.RUNNING)
_UNTOLD = Untold.__slots__
_COLUMNS = [SUBMISSION.c[name] for name in Row.__slots__]


def ratio_in(database: Database) -> ColumnElement[float | None]:
    """Return the ratio of a report; null where it was not timed."""
    return database.in_json(SUBMISSION.c.report, ("runtime", "ratio"), Float(53))


class Submissions:
    """The rows of all submissions. Every method raises `StoreError` when the store fails.

    `keep` says whose sources stay when a submission is over; the others are erased then.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], float] = time.time,
        keep: KeepSources = KeepSources.NONE,
    ) -> None:
        self._database = database
        self._clock = clock
        self._over: dict[str, Any] = {"lease": None, **_erasure(keep)}

    def add(self, new: NewRow, most: int | None = None) -> tuple[Row, bool]:
        """Keep a submission, durably; return its row and whether it is new.

        It is not when the owner has used the idempotency key before: then the first row is
        returned, whatever the body. Raises `BoundError` where the owner has handed in `most`.
        """
        values = {
            **asdict(new),
            "urgency": new.urgency.rank,
            "status": Status.QUEUED.value,
            "attempt": 0,
            "submitted_at": self._clock() if new.given_at is None else new.given_at,
        }
        del values["given_at"]
        with self._database.write(f"submissions of {new.owner}") as connection:
            if new.idempotency_key is not None:
                query = _of_key(new.owner, new.idempotency_key)
                first = connection.execute(query).mappings().first()
                if first is not None:
                    return _row(first), False
            # Counted in the transaction that adds it: two at once are two.
            if most is not None and connection.execute(_counted(new.owner)).scalar_one() >= most:
                raise BoundError(f"the {most} attempts of this token are used up")
            connection.execute(insert(SUBMISSION).values(values))
            made = connection.execute(_rows().where(SUBMISSION.c.id == new.id)).mappings().one()
        return _row(made), True

    def find(self, id_: str, owner: str | None = None) -> Row | None:
        """Return a submission; when an owner is named, another's does not exist."""
        query = _rows().where(SUBMISSION.c.id == id_)
        if owner is not None:
            query = query.where(SUBMISSION.c.owner == owner)
        with self._database.read() as connection:
            found = connection.execute(query).mappings().first()
        return _row(found) if found is not None else None

    def with_key(self, owner: str, key: str) -> Row | None:
        """Return the submission that an owner's idempotency key stands for."""
        with self._database.read() as connection:
            found = connection.execute(_of_key(owner, key)).mappings().first()
        return _row(found) if found is not None else None

    def is_over(self, id_: str) -> bool:
        """Whether a submission is over, or forgotten."""
        query = select(SUBMISSION.c.status).where(SUBMISSION.c.id == id_)
        with self._database.read() as connection:
            found = connection.execute(query).scalar_one_or_none()
        return found is None or Status(found).over

    def report(self, id_: str) -> str | None:
        """Return the report's JSON, once there is one."""
        with self._database.read() as connection:
            query = select(SUBMISSION.c.report).where(SUBMISSION.c.id == id_)
            found = connection.execute(query).scalar_one_or_none()
        return str(found) if found is not None else None

    def source(self, id_: str) -> KeptSource | None:
        """Return the source of a submission; None when there is no such submission."""
        query = select(SUBMISSION.c.source, SUBMISSION.c.language).where(SUBMISSION.c.id == id_)
        with self._database.read() as connection:
            found = connection.execute(query).first()
        return KeptSource(*found) if found is not None else None

    def page(
        self, owner: str, limit: int, after: str | None, problem: str | None = None
    ) -> list[ListedRow]:
        """Return an owner's submissions, newest first; those older than `after`, of a problem."""
        size = self._database.in_json(SUBMISSION.c.report, ("submission", "bytes"), Integer())
        # An empty source is kept too: its report says that it is no more.
        has_source = or_(
            SUBMISSION.c.status.in_(_OPEN),
            func.length(SUBMISSION.c.source) > 0,
            func.coalesce(size == 0, false()),
        )
        ratio = ratio_in(self._database)
        listed = select(*_COLUMNS, has_source.label("has_source"), ratio.label("ratio"))
        query = listed.where(SUBMISSION.c.owner == owner)
        if problem is not None:
            query = query.where(SUBMISSION.c.problem == problem)
        if after is not None:
            place = select(SUBMISSION.c.serial).where(SUBMISSION.c.id == after).scalar_subquery()
            query = query.where(SUBMISSION.c.serial < place)
        with self._database.read() as connection:
            newest = query.order_by(SUBMISSION.c.serial.desc()).limit(limit)
            return [ListedRow(**_typed(one)) for one in connection.execute(newest).mappings()]

    def cancel(self, id_: str, owner: str) -> bool:
        """Give up a submission that is not over; False when it is, or is not the owner's."""
        wanted = and_(
            SUBMISSION.c.id == id_, SUBMISSION.c.owner == owner, SUBMISSION.c.status.in_(_OPEN)
        )
        now = self._clock()
        values = {"status": Status.CANCELLED, "finished_at": now, **self._over}
        with self._database.write() as connection:
            return connection.execute(update(SUBMISSION).where(wanted).values(values)).rowcount == 1

    def start(self, id_: str, lease: str, attempt: int) -> Task | None:
        """Start an attempt under a lease; None when it is over or a newer attempt has it."""
        wanted = and_(
            SUBMISSION.c.id == id_, SUBMISSION.c.status.in_(_OPEN), SUBMISSION.c.attempt < attempt
        )
        values = {
            "status": Status.RUNNING,
            "lease": lease,
            "attempt": attempt,
            "started_at": func.coalesce(SUBMISSION.c.started_at, self._clock()),
        }
        columns = [SUBMISSION.c[name] for name in Task.__slots__]
        change = update(SUBMISSION).where(wanted).values(values).returning(*columns)
        with self._database.write() as connection:
            found = connection.execute(change).mappings().first()
        return Task(**found) if found is not None else None

    def finish(
        self, id_: str, lease: str, verdict: Verdict, report: str, event: str | None = None
    ) -> bool:
        """Write the report, once; False when the lease is not the newest or it is over.

        `event` is what the owner's history is to be given of it (`untold`).
        """
        values = {
            "status": Status.DONE,
            "verdict": verdict,
            "report": report,
            "finished_at": self._clock(),
            **self._over,
        }
        with self._database.write() as connection:
            # Who has seen it must not see the submission wait again.
            self._database.keep(connection)
            if not _fenced(connection, id_, lease, values):
                return False
            if event is not None:
                connection.execute(insert(UNTOLD).values(id=id_, event=event))
        return True

    def put_back(self, id_: str, lease: str) -> bool:
        """Mark a started submission as waiting again; False when the lease is not the newest."""
        with self._database.write() as connection:
            return _fenced(connection, id_, lease, {"status": Status.QUEUED, "lease": None})

    def untold(
        self, most: int, *, owner: str | None = None, but: str | None = None
    ) -> list[Untold]:
        """Return submissions that their owners' histories lack, the oldest first.

        They are those of one owner, or of all `but` one.
        """
        wanted = []
        if owner is not None:
            wanted.append(SUBMISSION.c.owner == owner)
        if but is not None:
            wanted.append(SUBMISSION.c.owner != but)
        columns = [UNTOLD.c.event if one == "event" else SUBMISSION.c[one] for one in _UNTOLD]
        query = select(*columns).join(UNTOLD, UNTOLD.c.id == SUBMISSION.c.id).where(*wanted)
        with self._database.read() as connection:
            found = connection.execute(query.order_by(SUBMISSION.c.serial).limit(most)).mappings()
            return [Untold(**one) for one in found]

    def tell(self, id_: str) -> None:
        """Note that the owner's history has a submission, or is not to have it."""
        with self._database.write() as connection:
            connection.execute(delete(UNTOLD).where(UNTOLD.c.id == id_))

    def unqueued(self, queued: Collection[str]) -> list[Row]:
        """Return the open submissions that are not among the ids of the queue.

        They are lost between row and queue: the process died there, or the queue failed.
        """
        query = _rows().where(SUBMISSION.c.status.in_(_OPEN))
        with self._database.read() as connection:
            rows = [_row(one) for one in connection.execute(query).mappings()]
        return [row for row in rows if row.id not in queued]

    def ages(self, owner: str, most_seconds: float) -> list[float]:
        """Return how many seconds ago each submission of an owner came, up to so many.

        One that seems to come from the future, since the clock was put back, came just now.
        """
        now = self._clock()
        query = select(SUBMISSION.c.submitted_at).where(
            SUBMISSION.c.owner == owner, SUBMISSION.c.submitted_at > now - most_seconds
        )
        with self._database.read() as connection:
            return [max(0.0, now - at) for at in connection.execute(query).scalars()]

    def oldest(self) -> tuple[float | None, float | None]:
        """Return when the oldest finished submission was finished, and when the oldest key came."""
        over = select(func.min(SUBMISSION.c.finished_at)).where(_over())
        keyed = select(func.min(SUBMISSION.c.submitted_at)).where(_keyed())
        with self._database.read() as connection:
            found = [connection.execute(query).scalar_one() for query in (over, keyed)]
        return found[0], found[1]

    def open_of(self, owner: str) -> int:
        """Count the submissions of an owner that are not over."""
        mine = and_(SUBMISSION.c.owner == owner, SUBMISSION.c.status.in_(_OPEN))
        with self._database.read() as connection:
            return int(connection.execute(select(func.count()).where(mine)).scalar_one())

    def forget(self, *, rows_before: float, keys_before: float) -> int:
        """Delete rows that were over before a time and free older keys; return the rows deleted."""
        old = and_(_over(), SUBMISSION.c.finished_at < rows_before)
        keyed = and_(_keyed(), SUBMISSION.c.submitted_at < keys_before)
        free = {"idempotency_key": None, "body_digest": None}
        with self._database.write() as connection:
            connection.execute(update(SUBMISSION).where(keyed).values(free))
            gone = connection.execute(delete(SUBMISSION).where(old)).rowcount
            if gone:
                rows = select(SUBMISSION.c.id)
                connection.execute(delete(UNTOLD).where(UNTOLD.c.id.not_in(rows)))
            return gone


def _fenced(connection: Connection, id_: str, lease: str, values: dict[str, Any]) -> bool:
    """Change a running submission, unless the lease is not the newest."""
    wanted = and_(
        SUBMISSION.c.id == id_,
        SUBMISSION.c.lease == lease,
        SUBMISSION.c.status == Status.RUNNING,
    )
    return connection.execute(update(SUBMISSION).where(wanted).values(values)).rowcount == 1


def _erasure(keep: KeepSources) -> dict[str, Any]:
    """Return what becomes of the source of a submission that is over."""
    owner, source = SUBMISSION.c.owner, SUBMISSION.c.source
    match keep:
        case KeepSources.ALL:  # what is judged again is a copy
            return {"source": case((owner != REJUDGE, source), else_=b"")}
        case KeepSources.LOCAL:
            return {"source": case((owner == LOCAL_OWNER, source), else_=b"")}
    return {"source": b""}


def _over() -> ColumnElement[bool]:
    return SUBMISSION.c.status.in_([one for one in Status if one.over])


def _keyed() -> ColumnElement[bool]:
    key = or_(SUBMISSION.c.idempotency_key.is_not(None), SUBMISSION.c.body_digest.is_not(None))
    return and_(_over(), key)


def _counted(owner: str) -> "Select[Any]":
    """Return how many submissions count as an owner's attempts."""
    kept = SUBMISSION.c
    failed = func.coalesce(kept.verdict == Verdict.INTERNAL_ERROR.value, false())
    counts = and_(kept.owner == owner, kept.status != Status.CANCELLED, not_(failed))
    return select(func.count()).select_from(SUBMISSION).where(counts)


def _rows() -> "Select[Any]":
    return select(*_COLUMNS).select_from(SUBMISSION)


def _of_key(owner: str, key: str) -> "Select[Any]":
    return _rows().where(SUBMISSION.c.owner == owner, SUBMISSION.c.idempotency_key == key)


def _row(found: RowMapping) -> Row:
    return Row(**_typed(found))


def _typed(found: RowMapping) -> dict[str, Any]:
    values = dict(found)
    background = values["urgency"] == Urgency.BACKGROUND.rank
    values["urgency"] = Urgency.BACKGROUND if background else Urgency.INTERACTIVE
    values["status"] = Status(values["status"])
    values["verdict"] = Verdict(values["verdict"]) if values["verdict"] is not None else None
    if "has_source" in values:
        values["has_source"] = bool(values["has_source"])
    return values
