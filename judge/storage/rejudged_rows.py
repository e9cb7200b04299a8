"""The rows of rejudgings and of their copies, read and changed in a transaction that is open."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select, update

from judge.storage.previews import Change, Preview, Rejudging
from judge.storage.records import Status
from judge.storage.tables import REJUDGED, REJUDGING, SUBMISSION
from judge.verdict import Verdict

OPEN = (Status.QUEUED, Status.RUNNING)
COPY = SUBMISSION.alias("copy")


def newest_of(connection: Connection, most: int, problems: Sequence[str]) -> list[Rejudging]:
    """Return so many rejudgings, the newest first; those of problems, if some are given."""
    query = select(REJUDGING)
    if problems:
        query = query.where(REJUDGING.c.problem.in_(problems))
    newest = query.order_by(REJUDGING.c.began_at.desc(), REJUDGING.c.id).limit(most)
    return [Rejudging(**one) for one in connection.execute(newest).mappings()]


def moved(
    connection: Connection, id_: str, whence: tuple[Status, ...], to: dict[str, Any]
) -> list[str]:
    """Bring the copies of a rejudging from some states to another; return their ids."""
    copies = select(REJUDGED.c.copy).where(REJUDGED.c.rejudging == id_)
    chosen = SUBMISSION.c.id.in_(copies) & SUBMISSION.c.status.in_(whence)
    change = update(SUBMISSION).where(chosen).values(to | {"lease": None})
    return [str(one) for one in connection.execute(change.returning(SUBMISSION.c.id)).scalars()]


def preview_of(connection: Connection, id_: str) -> Preview:
    """Return what a rejudging has found so far."""
    verdicts: Counter[tuple[Verdict, Verdict]] = Counter()
    states: Counter[Status] = Counter()
    changes, failed = [], 0
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
    waiting = sum(states[one] for one in OPEN)
    return Preview(verdicts, tuple(changes), waiting, states[Status.CANCELLED], failed)


def _compared(id_: str) -> "Select[Any]":
    """Return each submission of a rejudging with the verdict before, and its copy's."""
    return (
        select(
            SUBMISSION.c.id, SUBMISSION.c.owner, REJUDGED.c.verdict, COPY.c.status, COPY.c.verdict
        )
        .select_from(REJUDGED)
        .join(SUBMISSION, SUBMISSION.c.id == REJUDGED.c.submission)
        .join(COPY, COPY.c.id == REJUDGED.c.copy)
        .where(REJUDGED.c.rejudging == id_)
        .order_by(REJUDGED.c.serial)
    )


def is_applied(connection: Connection, id_: str, change: Change) -> bool:
    """Give a submission its copy's report and keep the one before; False where it has another."""
    noted = (REJUDGED.c.rejudging == id_) & (REJUDGED.c.submission == change.id)
    is_as_before = (SUBMISSION.c.id == change.id) & (SUBMISSION.c.verdict == change.before)
    before = connection.execute(select(SUBMISSION.c.report).where(is_as_before)).first()
    if before is None:
        return False
    copy = select(COPY.c.report).join(REJUDGED, REJUDGED.c.copy == COPY.c.id).where(noted)
    after = connection.execute(copy).scalar_one()
    connection.execute(update(REJUDGED).where(noted).values(report=before.report))
    changed = update(SUBMISSION).where(is_as_before).values(verdict=change.after, report=after)
    return connection.execute(changed).rowcount == 1
