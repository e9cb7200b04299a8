"""What the routes about judging again take in and give out, as pydantic models."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, field_validator

from judge.reports import Report, read_report, to_json
from judge.service.schemas.base import Answer, Body
from judge.storage import (
    MOST_REASON,
    BothReports,
    Preview,
    Rejudging,
    preview_document,
    rejudging_document,
)
from judge.values import escape
from judge.verdict import Verdict

_ID = "0123456789abcdef"


class NewRejudging(Body):
    """Which submissions of a problem are judged again."""

    problem: str = Field(examples=["lca"])
    since: str | None = Field(
        default=None,
        json_schema_extra={"format": "date-time"},
        description="only those that came since then",
        examples=["2026-11-01T00:00:00Z"],
    )
    verdict: Annotated[Verdict, Field(strict=False)] | None = Field(
        default=None, description="only those with this verdict", examples=["WA"]
    )
    why: str = Field(
        default="",
        max_length=MOST_REASON,
        description="kept with the rejudging",
        examples=["case 7 was wrong"],
    )
    again: bool = Field(
        default=False, description="begin anew, though one of the problem is not applied yet"
    )

    @field_validator("since")
    @classmethod
    def _is_a_moment(cls, given: str | None) -> str | None:
        if given is not None and datetime.fromisoformat(given).tzinfo is None:
            raise ValueError("a moment has a zone, such as Z at its end")
        return given

    @field_validator("why")
    @classmethod
    def _is_visible(cls, given: str) -> str:
        # PostgreSQL keeps no character 0, and a terminal shows it to the next host.
        return escape(given, MOST_REASON)

    @property
    def since_seconds(self) -> float | None:
        """Return the moment in seconds since the epoch."""
        if self.since is None:
            return None
        # Not timestamp() of a moment near the year 1, which some zones put before it.
        epoch = datetime(1970, 1, 1, tzinfo=UTC)
        return (datetime.fromisoformat(self.since) - epoch).total_seconds()


class VerdictCount(BaseModel):
    """How many submissions went from one verdict to another, or kept theirs."""

    before: Verdict
    after: Verdict
    count: int


class VerdictChange(BaseModel):
    """A submission whose verdict is another one now. `owner` is the id of its token, or `local`."""

    id: str = Field(examples=["0123456789abcdef0123456789abcdef"])
    owner: str
    before: Verdict
    after: Verdict


class RejudgingLine(Answer):
    """One rejudging of a list. `who` began it: a token by its id, `local`, a user of the host."""

    id: str = Field(examples=[_ID])
    problem: str = Field(examples=["lca"])
    who: str
    why: str
    began_at: datetime
    applied_at: datetime | None
    without_source: int = Field(description="submissions left out: their source is not kept")


class RejudgingAnswer(RejudgingLine):
    """What a rejudging has found so far, or changed."""

    waiting: int = Field(description="not judged again yet")
    stopped: int = Field(description="left out by a stop, until it is resumed")
    failed: int = Field(description="the judge itself failed at them: their verdicts stay")
    verdicts: list[VerdictCount]
    changes: list[VerdictChange]
    changed: int | None = Field(
        default=None, description="submissions that got their new report just now"
    )

    @staticmethod
    def of(rejudging: Rejudging, preview: Preview, changed: int | None) -> "RejudgingAnswer":
        return RejudgingAnswer.model_validate(
            preview_document(rejudging, preview) | {"changed": changed}
        )


class RejudgingList(Answer):
    """Rejudgings, the newest first."""

    rejudgings: list[RejudgingLine]

    @staticmethod
    def of(found: Iterable[Rejudging]) -> "RejudgingList":
        lines = [RejudgingLine.model_validate(rejudging_document(one)) for one in found]
        return RejudgingList(rejudgings=lines)


class RejudgedReports(Answer):
    """Both reports of a submission that was judged again; null where one is not there."""

    before: Report | None
    after: Report | None

    @staticmethod
    def of(both: BothReports) -> "RejudgedReports":
        return RejudgedReports(before=_report(both.before), after=_report(both.after))

    def document(self) -> dict[str, Any]:
        # Not pydantic's: the fields of a report's kind are written at its top.
        return {
            name: None if report is None else to_json(report)
            for name, report in (("before", self.before), ("after", self.after))
        }


def _report(text: str | None) -> Report | None:
    return None if text is None else read_report(json.loads(text))
