"""Judging again what was judged before, with the package as it is now; a preview comes first.

Each chosen submission gets a copy, a submission of the owner `REJUDGE`, which waits in the queue
behind people. What becomes of the copies is the preview. Until it is applied, nothing that an owner
sees has changed; applying it gives a submission the copy's report and keeps the one before.
"""

import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, insert, select, update

from judge.errors import UsageError
from judge.storage.database import Database
from judge.storage.previews import BothReports, Change, Preview, Rejudging
from judge.storage.queue import REJUDGE, Queue
from judge.storage.records import Status, Urgency
from judge.storage.tables import REJUDGED, REJUDGING, SUBMISSION
from judge.verdict import Verdict

#: Rows that one transaction copies or changes: others write between two.
STRIDE = 200

Item = TypeVar("Item")

_OPEN = (Status.QUEUED, Status.RUNNING)
_COPY = SUBMISSION.alias("copy")


class RejudgingOpenError(UsageError):
    """Raised where a rejudging of the same problem is neither applied nor given up."""


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
        return next(iter(self.page(1, problem)), None)

    def page(self, most: int, problem: str | None = None) -> list[Rejudging]:
        """Return so many rejudgings, the newest first; those of a problem, if one is given."""
        with self._database.read() as connection:
            return _newest(connection, most, problem)

    def find(self, id_: str) -> Rejudging | None:
        """Return the rejudging of that id."""
        with self._database.read() as connection:
            query = select(REJUDGING).where(REJUDGING.c.id == id_)
            found = connection.execute(query).mappings().first()
        return Rejudging(**found) if found is not None else None

    def begin(
        self,
        problem: str,
        *,
        who: str,
        why: str,
        since: float | None = None,
        verdict: Verdict | None = None,
        again: bool = False,
    ) -> Rejudging:
        """Choose submissions of a problem that are done, and put their copies into the queue.

        They are those since a moment, or with a verdict, if these are given. While one of the
        problem is not applied, a second begins only `again`; what waits of the first is left out.
        Raises `RejudgingOpenError`.
        """
        kept = SUBMISSION.c
        chosen = [kept.problem == problem, kept.status == Status.DONE, kept.owner != REJUDGE]
        if since is not None:
            chosen.append(kept.submitted_at >= since)
        if verdict is not None:
            chosen.append(kept.verdict == verdict)
        query = select(kept.id, func.length(kept.source) > 0).where(*chosen).order_by(kept.serial)
        with self._database.write(f"rejudging of {problem}") as connection:
            before = next(iter(_newest(connection, 1, problem)), None)
            if before is not None and before.applied_at is None and not again:
                raise RejudgingOpenError(
                    f"a rejudging of {problem} is open ({before.id}): apply it, or begin anew"
                )
            found = connection.execute(query).all()
            ids = [id_ for id_, has_source in found if has_source]
            made = Rejudging(
                secrets.token_hex(8), problem, who, why, self._clock(), None, len(found) - len(ids)
            )
            values = {name: getattr(made, name) for name in Rejudging.__slots__}
            connection.execute(insert(REJUDGING).values(values))
        if before is not None:
            self.stop(before.id)
        for some in _strides(ids):
            self._copy(made.id, some)
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
        over = {"status": Status.CANCELLED.value, "finished_at": self._clock()}
        stopped = self._move(id_, _OPEN, over)
        for some in _strides(stopped):
            self._queue.drop_all(some)
        return len(stopped)

    def resume(self, id_: str) -> int:
        """Go on with what was stopped; return how many submissions that are."""
        # The queue counts anew; who was stopped in the middle holds a lease that is no more.
        waiting = {"status": Status.QUEUED.value, "finished_at": None, "attempt": 0}
        resumed = self._move(id_, (Status.CANCELLED,), waiting)
        for some in _strides(resumed):
            self._queue.put_all(some, REJUDGE, Urgency.BACKGROUND)
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
        for some in _strides(preview.changes):
            with self._database.write(f"rejudging {id_}") as connection:
                changed += sum(_applied(connection, id_, change) for change in some)
        with self._database.write() as connection:
            over = update(REJUDGING).where(REJUDGING.c.id == id_)
            connection.execute(over.values(applied_at=self._clock()))
        return changed

    def reports(self, id_: str, submission: str) -> BothReports | None:
        """Return both reports of a submission of a rejudging; None where it is none."""
        query = (
            select(REJUDGED.c.report, SUBMISSION.c.report, _COPY.c.report)
            .select_from(REJUDGED)
            .outerjoin(SUBMISSION, SUBMISSION.c.id == REJUDGED.c.submission)
            .outerjoin(_COPY, _COPY.c.id == REJUDGED.c.copy)
            .where(REJUDGED.c.rejudging == id_, REJUDGED.c.submission == submission)
        )
        with self._database.read() as connection:
            found = connection.execute(query).first()
        if found is None:
            return None
        replaced, now, again = found
        return BothReports(now, again) if replaced is None else BothReports(replaced, again or now)

    def _copy(self, rejudging: str, ids: Sequence[str]) -> None:
        columns = [
            SUBMISSION.c[name]
            for name in ("id", "problem", "language", "source", "file", "timing", "verdict")
        ]
        waiting: dict[str, Any] = {
            "owner": REJUDGE,
            "verdict": None,
            "status": Status.QUEUED.value,
            "attempt": 0,
        }
        waiting |= {"urgency": Urgency.BACKGROUND.rank, "submitted_at": self._clock()}
        chosen = select(*columns).where(SUBMISSION.c.id.in_(ids)).order_by(SUBMISSION.c.serial)
        with self._database.write() as connection:
            rows = connection.execute(chosen).mappings().all()
            copies = [secrets.token_hex(16) for _ in rows]
            pairs = list(zip(rows, copies, strict=True))
            if pairs:
                made = [{**row, **waiting, "id": copy} for row, copy in pairs]
                connection.execute(insert(SUBMISSION), made)
                noted = [
                    {
                        "rejudging": rejudging,
                        "submission": row["id"],
                        "copy": copy,
                        "verdict": row["verdict"],
                    }
                    for row, copy in pairs
                ]
                connection.execute(insert(REJUDGED), noted)
        self._queue.put_all(copies, REJUDGE, Urgency.BACKGROUND)

    def _move(self, id_: str, whence: tuple[Status, ...], to: dict[str, Any]) -> list[str]:
        copies = select(REJUDGED.c.copy).where(REJUDGED.c.rejudging == id_)
        chosen = SUBMISSION.c.id.in_(copies) & SUBMISSION.c.status.in_(whence)
        change = update(SUBMISSION).where(chosen).values(to | {"lease": None})
        with self._database.write() as connection:
            moved = connection.execute(change.returning(SUBMISSION.c.id)).scalars()
            return [str(one) for one in moved]


def _strides(found: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for at in range(0, len(found), STRIDE):
        yield found[at : at + STRIDE]


def _newest(connection: Connection, most: int, problem: str | None) -> list[Rejudging]:
    query = select(REJUDGING)
    if problem is not None:
        query = query.where(REJUDGING.c.problem == problem)
    newest = query.order_by(REJUDGING.c.began_at.desc(), REJUDGING.c.id).limit(most)
    return [Rejudging(**one) for one in connection.execute(newest).mappings()]


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
