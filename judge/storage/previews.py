"""Records of judging again: what was begun, and what has come of it so far. They know no SQL."""

from collections.abc import Mapping
from typing import Any

from judge.records import dataclass
from judge.storage.moments import utc_text
from judge.verdict import Verdict


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


@dataclass(frozen=True, slots=True)
class BothReports:
    """The reports of a submission before and after a rejudging, as JSON; None where it has none."""

    before: str | None
    after: str | None


def rejudging_document(rejudging: Rejudging) -> dict[str, Any]:
    """Return a rejudging as a JSON document."""
    return {
        "id": rejudging.id,
        "problem": rejudging.problem,
        "who": rejudging.who,
        "why": rejudging.why,
        "began_at": utc_text(rejudging.began_at),
        "applied_at": None if rejudging.applied_at is None else utc_text(rejudging.applied_at),
        "without_source": rejudging.without_source,
    }


def preview_document(rejudging: Rejudging, preview: Preview) -> dict[str, Any]:
    """Return a rejudging and what has come of it as a JSON document."""
    return {
        **rejudging_document(rejudging),
        "waiting": preview.waiting,
        "stopped": preview.stopped,
        "failed": preview.failed,
        "verdicts": [
            {"before": before, "after": after, "count": count}
            for (before, after), count in sorted(preview.verdicts.items())
        ],
        "changes": [
            {"id": one.id, "owner": one.owner, "before": one.before, "after": one.after}
            for one in preview.changes
        ],
    }
