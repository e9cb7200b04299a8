"""Judging again what was judged before, with the package as it is now; a preview comes first.

Each chosen submission gets a copy, a submission of the owner `REJUDGE`, which waits in the queue
behind people. What becomes of the copies is the preview. Until it is applied, nothing that an owner
sees has changed; applying it gives a submission the copy's report and keeps the one before.
"""

import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from judge.errors import UsageError
from judge.records import dataclass
from judge.storage.database import Database
from judge.storage.queue import REJUDGE, Queue
from judge.storage.records import Status, Urgency
from judge.storage.tables import REJUDGED, REJUDGING, SUBMISSION
from judge.verdict import Verdict

#: Rows that one transaction copies or changes: others write between two.
STRIDE = 200

_OPEN = (Status.QUEUED, Status.RUNNING)
_COPY = SUBMISSION.alias("copy")


@dataclass(frozen=True, slots=True)
class Rejudging:
    """One rejudging. Times are in seconds since the epoch.

    `without_source` counts the submissions that it left out, since their sources are not kept.
    """

    id: str
    problem: str
    who: str
    why: str
    began_at: float
    applied_at: float | None
    without_source: int


@dataclass(frozen=True, slots=True)
class Change:
    """A submission whose verdict is another one now."""

    id: str
    owner: str
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rejudging has found so far: how many submissions went from one verdict to another.

    `waiting` are not judged again yet, and `stopped` will not be unless it is resumed. `failed`
    counts the judge's own failures, which change nothing.
    """

    verdicts: Mapping[tuple[Verdict, Verdict], int]
    changes: tuple[Change, ...]
    waiting: int
    stopped: int
    failed: int


class Rejudgings:
    """The rejudgings of this host. Every method raises `StoreError` when the store fails."""

    def __init__(
        self, database: Database, queue: Queue, clock: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._queue = queue
        self._clock = clock

    def newest(self, problem: str) -> Rejudging | None:
        """Return the last rejudging of a problem that was begun."""
        query = select(REJUDGING).where(REJUDGING.c.problem == problem)
        with self._database.read() as connection:
            newest = query.order_by(REJUDGING.c.began_at.desc()).limit(1)
            found = connection.execute(newest).mappings().first()
        return Rejudging(**found) if found is not None else None

    def begin(
        self,
        problem: str,
        *,
        who: str,
        why: str,
        since: float | None = None,
        verdict: Verdict | None = None,
    ) -> Rejudging:
        """Choose submissions of a problem that are done, and put their copies into the queue.

        They are those since a moment, or with a verdict, if these are given.
        """
        kept = SUBMISSION.c
        chosen = [kept.problem == problem, kept.status == Status.DONE, kept.owner != REJUDGE]
        if since is not None:
            chosen.append(kept.submitted_at >= since)
        if verdict is not None:
            chosen.append(kept.verdict == verdict)
        with self._database.read() as connection:
            found = connection.execute(
                select(kept.id, func.length(kept.source) > 0).where(*chosen).order_by(kept.serial)
            ).all()
        ids = [id_ for id_, has_source in found if has_source]
        made = Rejudging(
            secrets.token_hex(8), problem, who, why, self._clock(), None, len(found) - len(ids)
        )
        values = {name: getattr(made, name) for name in Rejudging.__slots__}
        with self._database.write() as connection:
            connection.execute(insert(REJUDGING).values(values))
        for at in range(0, len(ids), STRIDE):
            self._copy(made.id, ids[at : at + STRIDE])
        return made

    def preview(self, id_: str) -> Preview:
        """Return what a rejudging has found so far."""
        verdicts: Counter[tuple[Verdict, Verdict]] = Counter()
        states: Counter[Status] = Counter()
        changes, failed = [], 0
        with self._database.read() as connection:
            for submission, owner, before, status, after in connection.execute(_compared(id_)):
                states[Status(status)] += 1
                if status != Status.DONE:
                    continue
                pair = Verdict(before), Verdict(after)
                if pair[1] is Verdict.INTERNAL_ERROR:
                    failed += 1
                    continue
                verdicts[pair] += 1
                if pair[0] is not pair[1]:
                    changes.append(Change(submission, owner, *pair))
        waiting = sum(states[one] for one in _OPEN)
        return Preview(verdicts, tuple(changes), waiting, states[Status.CANCELLED], failed)

    def stop(self, id_: str) -> int:
        """Stop judging again; return how many submissions are left out by that."""
        stopped = self._move(id_, _OPEN, Status.CANCELLED)
        for copy in stopped:
            self._queue.drop(copy)
        return len(stopped)

    def resume(self, id_: str) -> int:
        """Go on with what was stopped; return how many submissions that are."""
        resumed = self._move(id_, (Status.CANCELLED,), Status.QUEUED)
        for copy in resumed:
            self._queue.put(copy, REJUDGE, Urgency.BACKGROUND)
        return len(resumed)

    def apply(self, id_: str) -> int:
        """Give every submission of `Preview.changes` its new report; return how many were changed.

        One that has another verdict by now than the preview began with is left as it is. May be
        repeated after a failure in the middle. Raises `UsageError` while some wait.
        """
        preview = self.preview(id_)
        if preview.waiting:
            raise UsageError(
                f"{preview.waiting} submissions are not judged again yet; wait for them, "
                "or leave them out with --stop"
            )
        changed = 0
        for at in range(0, len(preview.changes), STRIDE):
            with self._database.write(f"rejudging {id_}") as connection:
                for change in preview.changes[at : at + STRIDE]:
                    changed += _applied(connection, id_, change)
        with self._database.write() as connection:
            over = update(REJUDGING).where(REJUDGING.c.id == id_)
            connection.execute(over.values(applied_at=self._clock()))
        return changed

    def _copy(self, rejudging: str, ids: list[str]) -> None:
        columns = [
            SUBMISSION.c[name]
            for name in ("id", "problem", "language", "source", "file", "timing", "verdict")
        ]
        copies = []
        with self._database.write() as connection:
            chosen = select(*columns).where(SUBMISSION.c.id.in_(ids)).order_by(SUBMISSION.c.serial)
            for row in connection.execute(chosen).mappings().all():
                copy = secrets.token_hex(16)
                values = {**row, "id": copy, "owner": REJUDGE, "verdict": None}
                values |= {"status": Status.QUEUED.value, "attempt": 0}
                values |= {"urgency": Urgency.BACKGROUND.rank, "submitted_at": self._clock()}
                connection.execute(insert(SUBMISSION).values(values))
                noted = {"rejudging": rejudging, "submission": row["id"], "copy": copy}
                connection.execute(insert(REJUDGED).values(noted | {"verdict": row["verdict"]}))
                copies.append(copy)
        for copy in copies:
            self._queue.put(copy, REJUDGE, Urgency.BACKGROUND)

    def _move(self, id_: str, whence: tuple[Status, ...], to: Status) -> list[str]:
        copies = select(REJUDGED.c.copy).where(REJUDGED.c.rejudging == id_)
        chosen = SUBMISSION.c.id.in_(copies) & SUBMISSION.c.status.in_(whence)
        change = update(SUBMISSION).where(chosen).values(status=to.value, lease=None)
        with self._database.write() as connection:
            moved = connection.execute(change.returning(SUBMISSION.c.id)).scalars()
            return [str(one) for one in moved]


def _compared(id_: str) -> "Select[Any]":
    """Return each submission of a rejudging with the verdict before, and its copy's."""
    return (
        select(
            SUBMISSION.c.id, SUBMISSION.c.owner, REJUDGED.c.verdict, _COPY.c.status, _COPY.c.verdict
        )
        .select_from(REJUDGED)
        .join(SUBMISSION, SUBMISSION.c.id == REJUDGED.c.submission)
        .join(_COPY, _COPY.c.id == REJUDGED.c.copy)
        .where(REJUDGED.c.rejudging == id_)
        .order_by(REJUDGED.c.serial)
    )


def _applied(connection: Connection, id_: str, change: Change) -> bool:
    """Give a submission its copy's report and keep the one before; False where it has another."""
    noted = (REJUDGED.c.rejudging == id_) & (REJUDGED.c.submission == change.id)
    is_as_before = (SUBMISSION.c.id == change.id) & (SUBMISSION.c.verdict == change.before)
    before = connection.execute(select(SUBMISSION.c.report).where(is_as_before)).first()
    if before is None:
        return False
    copy = select(_COPY.c.report).join(REJUDGED, REJUDGED.c.copy == _COPY.c.id).where(noted)
    after = connection.execute(copy).scalar_one()
    connection.execute(update(REJUDGED).where(noted).values(report=before.report))
    changed = update(SUBMISSION).where(is_as_before).values(verdict=change.after, report=after)
    return connection.execute(changed).rowcount == 1
