"""What the routes of submissions and runs take in and give out, as pydantic models."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from judge.problems import FoundBy
from judge.reports import Played, Report, to_json
from judge.service.schemas.base import MAX_DEPTH, Answer, Body, LanguageName, check_json
from judge.storage import ListedRow, Row, Status
from judge.submission import Submission
from judge.verdict import Verdict

#: Characters of a path, as Linux has it.
MOST_PATH = 4096


class NewSource(Body):
    """A source, and the problem that it is for or the path that tells it."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["problem"]}, {"required": ["path"]}]}
    )

    problem: str | SkipJsonSchema[None] = Field(
        default=None, description="before the path, where both are given", examples=["lca"]
    )
    # Not `max_length`: it cannot be asked of None, and a text that has it may hold no byte that is
    # not UTF-8.
    path: str | SkipJsonSchema[None] = Field(
        default=None,
        json_schema_extra={"maxLength": MOST_PATH},
        description="the file's path, or its last two parts: with the source it tells the problem",
        examples=["lca/solution.py"],
    )
    source: str = Field(
        description="the file's text; a byte B that is not UTF-8 is sent as U+DC00 + B",
        examples=["def lowest_common_ancestor(root, p, q):\n    return root\n"],
    )
    language: LanguageName | None = Field(
        default=None,
        description="the problem's own when it is left out",
        examples=["python"],
    )

    @field_validator("path")
    @classmethod
    def _is_no_longer(cls, given: str | None) -> str | None:
        if given is not None and len(given) > MOST_PATH:
            raise ValueError(f"a path has at most {MOST_PATH} characters")
        return given

    @model_validator(mode="after")
    def _tells_its_problem(self) -> Self:
        if self.problem is None and self.path is None:
            raise ValueError("name the problem, or the path of the file")
        return self

    @property
    def file(self) -> str | None:
        """The last part of the path; None where it is no text that can be kept."""
        name = re.split(r"[/\\]", self.path or "")[-1]
        try:
            name.encode()
        except UnicodeEncodeError:
            return None
        return name if 0 < len(name) <= 255 and "\0" not in name else None

    def canonical(self, language: str) -> bytes:
        """Return the body as bytes that are the same for the same body, its language filled in."""
        whole = {**self.model_dump(exclude_none=True), "language": language}
        return json.dumps(whole, sort_keys=True).encode("ascii")

    def source_bytes(self) -> bytes:
        """Return the source as the file that it came from, whose stray bytes are U+DC80-U+DCFF."""
        try:
            return self.source.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            # Another lone surrogate is text that no file holds: judged, it "does not load".
            return self.source.encode("utf-8", "surrogatepass")


class NewSubmission(NewSource):
    """A source to be judged. Limits are the server's and cannot be sent."""

    timing: bool | None = Field(
        default=None,
        description="whether it is timed once it is accepted; only the local owner may say",
    )


#: Inputs of one run.
MOST_INPUTS = 16
Given = TypeVar("Given", dict[str, Any] | None, list[dict[str, Any]] | None)


class NewRun(NewSource):
    """A source to be played on the samples, or on inputs of one's own."""

    input: dict[str, Any] | None = Field(
        default=None, examples=[{"root": [3, 5, 1], "p": 5, "q": 1}]
    )

    inputs: list[dict[str, Any]] | None = Field(
        default=None,
        min_length=1,
        max_length=MOST_INPUTS,
        description="several inputs, played in turn after `input`",
        examples=[[{"root": [3, 5, 1], "p": 5, "q": 1}]],
    )

    def own(self) -> list[dict[str, Any]]:
        """Return the client's own inputs; none where the samples are to be played."""
        return ([self.input] if self.input is not None else []) + (self.inputs or [])

    def submission(self, problem: str, language: str) -> Submission:
        return Submission(self.source_bytes(), f"{problem}.py", language)

    @field_validator("input", "inputs")
    @classmethod
    def _is_json(cls, given: Given) -> Given:
        # A list of inputs is one level more.
        check_json(given, MAX_DEPTH + isinstance(given, list))
        return given


class SourceAnswer(Answer):
    """The source of a submission, as it was handed in."""

    source: str
    language: str


class Mark(BaseModel):
    """The line that is to blame, counted from 1, and what an editor shows there.

    `line` is None where it is not known.
    """

    line: int | None
    column: int | None
    message: str = Field(examples=["wrong answer: root = [1, 2, 3], p = 2, q = 3: expected 1"])


class SubmissionState(Answer):
    """Where a submission is, and its report once it is done.

    `found_by` is what told the problem, in the answer to a submission that named a path.
    """

    id: str = Field(examples=["0123456789abcdef0123456789abcdef"])
    problem: str = Field(examples=["lca"])
    submitted_at: datetime
    status: Status
    report: Report | None
    mark: Mark | None = None
    found_by: FoundBy | None = None
    #: What the page draws, where it was asked for.
    view: dict[str, Any] | None = None

    @staticmethod
    def of(row: Row, report: Report | None, mark: Mark | None = None) -> "SubmissionState":
        return SubmissionState(
            id=row.id,
            problem=row.problem,
            submitted_at=datetime.fromtimestamp(row.submitted_at, UTC),
            status=row.status,
            report=report,
            mark=mark,
        )

    def document(self) -> dict[str, Any]:
        # Not pydantic's: the fields of a report's kind are written at its top.
        report = to_json(self.report) if self.report is not None else None
        return {**self.model_dump(mode="json", exclude={"report"}), "report": report}


class SubmissionLine(BaseModel):
    """One submission of a list."""

    id: str = Field(examples=["0123456789abcdef0123456789abcdef"])
    problem: str = Field(examples=["lca"])
    submitted_at: datetime
    status: Status
    verdict: Verdict | None
    has_source: bool = Field(description="whether `/source` has it: hosts say whose they keep")
    ratio: float | None = Field(
        description="CPU time over the reference's, of an accepted one that was timed"
    )

    @staticmethod
    def of(row: ListedRow, *, figures: bool) -> "SubmissionLine":
        """Return what is listed of a row; `figures` says whether this host shows them."""
        return SubmissionLine(
            id=row.id,
            problem=row.problem,
            submitted_at=datetime.fromtimestamp(row.submitted_at, UTC),
            status=row.status,
            verdict=row.verdict,
            has_source=row.has_source,
            ratio=row.ratio if figures else None,
        )


class SubmissionPage(Answer):
    """A part of one's submissions, newest first; `next` is the address of the part after it."""

    submissions: list[SubmissionLine]
    next: str | None


class RunResult(Answer):
    """Every input that was played, beside the reference's answer."""

    problem: str
    found_by: FoundBy | None
    cases: Sequence[Played]
    #: What the page draws of each, which is written beside it where it was asked for.
    views: SkipJsonSchema[list[dict[str, Any]] | None] = Field(default=None, exclude=True)

    def document(self) -> dict[str, Any]:
        document = super().document()
        for case, view in zip(document["cases"], self.views or (), strict=False):
            case["view"] = view
        return document


class Health(BaseModel):
    """Whether the service is there, and able."""

    status: Literal["ok", "ready", "stopping", "not ready"]
    reason: str | None = None
