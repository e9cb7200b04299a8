"""What the routes for the page alone take in and give out, as pydantic models."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from judge.service.schemas.base import Answer, Body, LanguageName
from judge.service.schemas.submissions import MOST_INPUTS
from judge.storage import Scope
from judge.verdict import Verdict

Secret = Annotated[str, Field(max_length=200)]


class NewLogin(Body):
    """What logs a browser in: a code of `judge open`, or an issued token."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["code"]}, {"required": ["token"]}]}
    )

    code: Secret | SkipJsonSchema[None] = Field(
        default=None, examples=["R8m6jZc0O9m3yq4tQk2wXlN5vB7sDfGh"]
    )
    token: Secret | SkipJsonSchema[None] = None

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.code is None) == (self.token is None):
            raise ValueError("send a code or a token, and not both")
        return self


class Nothing(Body):
    """An empty object."""


class LoginAnswer(Answer):
    """A session of the page: the secret goes into the header X-Judge-Page of every request."""

    page_secret: str
    expires_at: datetime


class LoginCode(Answer):
    """A code that logs a browser in, once, within so many seconds, and the address to open."""

    code: str
    url: str = Field(examples=["http://127.0.0.1:8000/login#code=R8m6jZc0O9m3yq4tQk2wXlN5vB7sDfGh"])
    expires_in: int


class ServerFacts(BaseModel):
    """What a page needs to know of the server."""

    version: str
    tier: str
    timing: bool = Field(description="whether accepted submissions are timed unless asked")
    hidden: str
    workers: int


class SessionAnswer(Answer):
    """Who asks, what that allows, and where."""

    owner: str = Field(examples=["local"])
    local: bool
    scopes: list[Scope]
    server: ServerFacts


class NewDraftText(Body):
    """A text as it stands in an editor, and the inputs beside it."""

    source: str
    language: LanguageName | None = Field(
        default=None, description="the problem's own when it is left out", examples=["python"]
    )
    client: str = Field(
        pattern=r"^[0-9A-Za-z-]{1,64}$",
        description="a UUID of the tab that it was typed in",
        examples=["0b5f8a3e-6f0c-4f59-9f0a-3c1d2e4b5a69"],
    )
    serial: int = Field(
        ge=0, le=2**53, description="rises with each text that the tab sends", examples=[17]
    )
    inputs: list[str] = Field(
        default=[], max_length=MOST_INPUTS, examples=[['{"root": [2, 1], "p": 1, "q": 2}']]
    )

    @field_validator("serial", mode="before")
    @classmethod
    def _is_whole(cls, given: Any) -> Any:
        # JSON has one kind of number: 17.0 is 17.
        return int(given) if isinstance(given, float) and given.is_integer() else given


class DraftTag(Answer):
    """What to send as `If-Match` with the next text."""

    etag: str


class DraftAnswer(Answer):
    """A text that was kept, and the inputs beside it."""

    source: str
    language: str
    client: str
    serial: int
    etag: str
    inputs: list[str]
    updated_at: datetime


class DraftVersion(BaseModel):
    """One text of a list; `head`: it is the problem's now."""

    id: str = Field(examples=["0123456789abcdef0123456789abcdef"])
    client: str
    updated_at: datetime
    bytes: int
    head: bool


class DraftConflict(Answer):
    """An error document, with the text that is there: what was sent is kept beside it."""

    type: str = "about:blank"
    title: str = "Conflict"
    status: int = 409
    detail: str
    head: DraftAnswer


class ResultView(Answer):
    """What a candidate has reached on a problem.

    `verdict` is AC if any attempt was accepted, else that of the last; `ratio` and `growth` are of
    the fastest accepted attempt that was timed.
    """

    candidate: str = Field(description="the name of the token, escaped", examples=["ann"])
    owner: str = Field(description="the token's id, or `local`", examples=["0123456789abcdef"])
    problem: str = Field(examples=["lca"])
    verdict: Verdict = Field(examples=["AC"])
    attempts: int
    ratio: float | None
    growth: str | None = Field(examples=["n log n"])
    accepted_at: datetime | None = Field(description="when the first accepted one was submitted")


class ResultsAnswer(Answer):
    """What everybody has reached, by candidate and problem."""

    results: list[ResultView]
