"""What candidates have reached on each problem: a host's table, from the rows of submissions."""

from collections.abc import Iterable

from sqlalchemy import Text, select

from judge.records import dataclass
from judge.storage.database import Database
from judge.storage.queue import REJUDGE
from judge.storage.records import Status
from judge.storage.submissions import ratio_in
from judge.storage.tables import SUBMISSION
from judge.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Attempt:
    """A judged submission, as far as a table of results needs it."""

    owner: str
    problem: str
    verdict: Verdict
    submitted_at: float
    ratio: float | None = None
    growth: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one owner has reached on one problem.

    `verdict` is AC if any attempt was accepted, else that of the last. `ratio` and `growth` are of
    the fastest accepted attempt that was timed, `accepted_at` is when the first accepted one was
    submitted, in seconds since the epoch. What is the judge's own fault is no attempt.
    """

    owner: str
    problem: str
    verdict: Verdict
    attempts: int
    ratio: float | None
    growth: str | None
    accepted_at: float | None


def attempts_in(database: Database) -> list[Attempt]:
    """Return the judged submissions of all owners, the oldest first. Raises `StoreError`."""
    kept = SUBMISSION.c
    query = (
        select(
            kept.owner,
            kept.problem,
            kept.verdict,
            kept.submitted_at,
            ratio_in(database),
            database.in_json(kept.report, ("growth", "time", "measured"), Text()),
        )
        .where(kept.status == Status.DONE, kept.verdict.is_not(None), kept.owner != REJUDGE)
        .order_by(kept.serial)
    )
    with database.read() as connection:
        return [
            Attempt(owner, problem, Verdict(verdict), at, ratio, growth)
            for owner, problem, verdict, at, ratio, growth in connection.execute(query)
        ]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The text of a submission that is kept, and whose it is."""

    id: str
    owner: str
    verdict: Verdict
    source: bytes


def handed_in(database: Database, problem: str, language: str = "python") -> list[HandedIn]:
    """Return the kept texts of all owners for a problem, the oldest first. Raises `StoreError`."""
    kept = SUBMISSION.c
    query = (
        select(kept.id, kept.owner, kept.verdict, kept.source)
        .where(kept.problem == problem, kept.language == language, kept.owner != REJUDGE)
        .where(kept.status == Status.DONE, kept.verdict.is_not(None))
        .order_by(kept.serial)
    )
    with database.read() as connection:
        return [
            HandedIn(id_, owner, Verdict(verdict), source)
            for id_, owner, verdict, source in connection.execute(query)
            if source
        ]


def results_of(attempts: Iterable[Attempt]) -> list[Result]:
    """Return a result for each owner and problem, in this order; `attempts` the oldest first."""
    groups: dict[tuple[str, str], list[Attempt]] = {}
    for attempt in attempts:
        if attempt.verdict is not Verdict.INTERNAL_ERROR:
            groups.setdefault((attempt.owner, attempt.problem), []).append(attempt)
    return [_result(found) for _, found in sorted(groups.items())]


def _result(found: list[Attempt]) -> Result:
    accepted = [one for one in found if one.verdict is Verdict.ACCEPTED]
    timed = [one for one in accepted if one.ratio is not None]
    fastest = min(timed, key=lambda one: one.ratio or 0.0, default=None)
    return Result(
        found[0].owner,
        found[0].problem,
        Verdict.ACCEPTED if accepted else found[-1].verdict,
        len(found),
        fastest.ratio if fastest is not None else None,
        fastest.growth if fastest is not None else None,
        accepted[0].submitted_at if accepted else None,
    )
