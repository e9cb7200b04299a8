"""Judging again what was judged before, with the package as it is now; a preview comes first.

Each chosen submission gets a copy, a submission of the owner `REJUDGE`, which waits in the queue
behind people. What becomes of the copies is the preview. Until it is applied, nothing that an owner
sees has changed; applying it gives a submission the copy's report and keeps the one before.
"""

import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, func, insert, select, update

from judge.errors import UsageError
from judge.records import replace
from judge.storage.database import Database
from judge.storage.previews import BothReports, Preview, Rejudging
from judge.storage.queue import REJUDGE, Queue
from judge.storage.records import Status, Urgency
from judge.storage.rejudged_rows import COPY, OPEN, is_applied, moved, newest_of, preview_of
from judge.storage.tables import REJUDGED, REJUDGING, SUBMISSION
from judge.verdict import Verdict

#: Rows that one transaction copies or changes: others write between two.
STRIDE = 200
#: Characters of a reason, which whoever takes it in has escaped.
MOST_REASON = 2_000
#: Seconds between two rejudgings of a problem at least, so that they have an order.
CLOCK_STEP = 0.001

Item = TypeVar("Item")

# The queue counts anew; who was stopped in the middle holds a lease that is no more.
_WAITING: dict[str, Any] = {"status": Status.QUEUED.value, "finished_at": None, "attempt": 0}


class RejudgingOpenError(UsageError):
    """Raised where a rejudging of the same problem is neither applied nor given up."""


class RejudgingOverError(UsageError):
    """Raised where a rejudging is applied, or another of its problem was begun since."""


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

    def page(self, most: int, *problems: str) -> list[Rejudging]:
        """Return so many rejudgings, the newest first; those of problems, if some are given."""
        with self._database.read() as connection:
            return newest_of(connection, most, problems)

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
        problem is not applied, a second begins only `again` and takes its place. Whoever is ended
        in the middle has begun nothing. Raises `RejudgingOpenError`.
        """
        kept = SUBMISSION.c
        chosen = [kept.problem == problem, kept.status == Status.DONE, kept.owner != REJUDGE]
        if since is not None:
            chosen.append(kept.submitted_at >= since)
        if verdict is not None:
            chosen.append(kept.verdict == verdict)
        query = select(kept.id, func.length(kept.source) > 0).where(*chosen).order_by(kept.serial)
        with self._database.read() as connection:
            _refuse_open(connection, problem, again=again)
            found = connection.execute(query).all()
        ids = [id_ for id_, has_source in found if has_source]
        made = Rejudging(
            secrets.token_hex(8), problem, who, why, self._clock(), None, len(found) - len(ids)
        )
        copies = [copy for some in _strides(ids) for copy in self._copy(made.id, some)]
        stopped: list[str] = []
        with self._alone(problem) as connection:
            before = _refuse_open(connection, problem, again=again)
            if before is not None:
                # The newest is that which was begun last, whatever the clocks of two hosts say.
                made = replace(made, began_at=max(made.began_at, before.began_at + CLOCK_STEP))
                if before.applied_at is None:
                    stopped = moved(connection, before.id, OPEN, self._stopped())
            values = {name: getattr(made, name) for name in Rejudging.__slots__}
            connection.execute(insert(REJUDGING).values(values))
            moved(connection, made.id, (Status.CANCELLED,), _WAITING)
        self._drop(stopped)
        self._put(copies)
        return made

    def preview(self, id_: str) -> Preview:
        """Return what a rejudging has found so far."""
        with self._database.read() as connection:
            return preview_of(connection, id_)

    def stop(self, id_: str) -> int:
        """Stop judging again; return how many submissions are left out by that.

        Raises `RejudgingOverError`.
        """
        with self._open(id_) as connection:
            stopped = moved(connection, id_, OPEN, self._stopped())
        self._drop(stopped)
        return len(stopped)

    def resume(self, id_: str) -> int:
        """Go on with what was stopped; return how many submissions that are.

        Raises `RejudgingOverError`.
        """
        with self._open(id_) as connection:
            resumed = moved(connection, id_, (Status.CANCELLED,), _WAITING)
        self._put(resumed)
        return len(resumed)

    def apply(self, id_: str) -> int:
        """Give every submission of `Preview.changes` its new report; return how many were changed.

        One that has another verdict by now than the preview began with is left as it is. May be
        repeated after a failure in the middle; what is applied already changes nothing. Raises
        `UsageError` while some wait, `RejudgingOverError` where another was begun since.
        """
        found = self.find(id_)
        if found is not None and found.applied_at is not None:
            return 0
        preview = self.preview(id_)
        _refuse_waiting(preview)
        changed = 0
        for some in _strides(preview.changes):
            with self._open(id_) as connection:
                changed += sum(is_applied(connection, id_, change) for change in some)
        with self._open(id_) as connection:
            now = preview_of(connection, id_)
            _refuse_waiting(now)
            if now.stopped != preview.stopped:
                raise UsageError("it was resumed meanwhile: see its preview, and apply it again")
            over = update(REJUDGING).where(REJUDGING.c.id == id_)
            connection.execute(over.values(applied_at=self._clock()))
        return changed

    def reports(self, id_: str, submission: str) -> BothReports | None:
        """Return both reports of a submission of a rejudging; None where it is none."""
        query = (
            select(REJUDGED.c.report, SUBMISSION.c.report, COPY.c.report)
            .select_from(REJUDGED)
            .outerjoin(SUBMISSION, SUBMISSION.c.id == REJUDGED.c.submission)
            .outerjoin(COPY, COPY.c.id == REJUDGED.c.copy)
            .where(REJUDGED.c.rejudging == id_, REJUDGED.c.submission == submission)
        )
        with self._database.read() as connection:
            found = connection.execute(query).first()
        if found is None:
            return None
        replaced, now, again = found
        return BothReports(now, again) if replaced is None else BothReports(replaced, again or now)

    def _alone(self, problem: str) -> AbstractContextManager[Connection]:
        """Open a transaction beside which nobody changes a rejudging of a problem."""
        return self._database.write(f"rejudging of {problem}")

    @contextmanager
    def _open(self, id_: str) -> Iterator[Connection]:
        """Open a transaction on a rejudging that is open. Raises `RejudgingOverError`."""
        found = self.find(id_)
        if found is None:
            raise UsageError("there is no such rejudging")
        with self._alone(found.problem) as connection:
            newest = newest_of(connection, 1, [found.problem])[0]
            if newest.id != id_:
                raise RejudgingOverError(f"another of {found.problem} was begun since: {newest.id}")
            if newest.applied_at is not None:
                raise RejudgingOverError("this rejudging is applied already")
            yield connection

    def _copy(self, rejudging: str, ids: Sequence[str]) -> list[str]:
        """Copy submissions for a rejudging that is not begun yet; return the copies' ids."""
        columns = [
            SUBMISSION.c[name]
            for name in ("id", "problem", "language", "source", "file", "timing", "verdict")
        ]
        shared = {"owner": REJUDGE, "verdict": None, "attempt": 0, **self._stopped()}
        shared |= {"urgency": Urgency.BACKGROUND.rank, "submitted_at": self._clock()}
        chosen = select(*columns).where(SUBMISSION.c.id.in_(ids)).order_by(SUBMISSION.c.serial)
        with self._database.write() as connection:
            rows = connection.execute(chosen).mappings().all()
            copies = [secrets.token_hex(16) for _ in rows]
            pairs = list(zip(rows, copies, strict=True))
            if pairs:
                made = [{**row, **shared, "id": copy} for row, copy in pairs]
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
        return copies

    def _stopped(self) -> dict[str, Any]:
        return {"status": Status.CANCELLED.value, "finished_at": self._clock()}

    def _put(self, copies: Sequence[str]) -> None:
        for some in _strides(copies):
            self._queue.put_all(some, REJUDGE, Urgency.BACKGROUND)

    def _drop(self, copies: Sequence[str]) -> None:
        for some in _strides(copies):
            self._queue.drop_all(some)


def _strides(found: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for at in range(0, len(found), STRIDE):
        yield found[at : at + STRIDE]


def _refuse_open(connection: Connection, problem: str, *, again: bool) -> Rejudging | None:
    """Return the newest rejudging of a problem. Raises `RejudgingOpenError`."""
    before = next(iter(newest_of(connection, 1, [problem])), None)
    if before is not None and before.applied_at is None and not again:
        raise RejudgingOpenError(
            f"a rejudging of {problem} is open ({before.id}): apply it, or begin anew"
        )
    return before


def _refuse_waiting(preview: Preview) -> None:
    if preview.waiting:
        raise UsageError(
            f"{preview.waiting} submissions are not judged again yet; wait for them, "
            "or leave them out with --stop"
        )
