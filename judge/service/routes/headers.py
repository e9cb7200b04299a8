"""The parameters and headers of the API, and how they are read."""

import re
from typing import Annotated, Literal

from fastapi import Depends, Header, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic.json_schema import SkipJsonSchema

from judge.service.access.errors import RETRY_AFTER
from judge.service.presentation.report_text import LEAST_WIDTH, MOST_WIDTH

#: The longest that an answer is held back for a report.
LONGEST_WAIT_SECONDS = 45

Id = Annotated[str, Path(examples=["0123456789abcdef0123456789abcdef"])]
Wait = Annotated[bool, Query(description="hold the answer back until the report is there")]
Width = Annotated[int, Query(ge=LEAST_WIDTH, le=MOST_WIDTH, description="columns of a text")]
Ascii = Annotated[bool, Query(description="draw a text without box characters")]
View = Annotated[
    Literal["page"] | SkipJsonSchema[None],
    Query(description="`page`: add `view`, what the page draws, every text of it escaped"),
]
Accept = Annotated[str, Header(description="`text/plain`: the report for people, not for programs")]
AcceptTable = Annotated[str, Header(description="`text/csv`: for spreadsheets")]
Prefer = Annotated[str, Header(description="`wait=N`: hold the answer back up to N seconds")]


Key = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="a repeated request with the same key is answered by the same submission",
    ),
]
Priority = Annotated[
    str, Header(description="`u=N` (RFC 9218): above 3 it may wait for those who wait in person")
]
ProblemName = Annotated[
    str | None,
    Query(max_length=64, pattern=r"^[a-z0-9-]+$", description="of one problem", examples=["lca"]),
]
IfNoneMatch = Annotated[
    str, Header(description="ETags of what the client has already: 304 where one still holds")
]
LastEventId = Annotated[str, Header(description="the last event that the reader has seen")]

_TEXT = {"schema": {"type": "string"}}
PREFERENCE_APPLIED = {
    "Preference-Applied": {"description": "the seconds that were granted", **_TEXT}
}
PLACE = {"Location": {"description": "where it is from now on", **_TEXT}}
PREFERENCE = {
    "Location": {"description": "where the submission is", **_TEXT},
    **PREFERENCE_APPLIED,
}
TAKEN = {**PREFERENCE, **RETRY_AFTER}
TAGGED = {"ETag": {"description": "which version of the answer this is", **_TEXT}}


def _known_only(request: Request) -> None:
    """Refuse parameters that a route ignores: a misspelt `limit` must not go unseen."""
    route = request.scope["route"]
    assert isinstance(route, APIRoute)
    known = {parameter.alias for parameter in route.dependant.query_params}
    given = [name for name, _ in request.query_params.multi_items()]
    faults = [(name, "there is no such parameter here") for name in given if name not in known]
    faults += [(name, "given more than once") for name in known if given.count(name) > 1]
    if faults:
        raise RequestValidationError(
            [{"type": "query", "loc": ("query", name), "msg": why} for name, why in faults]
        )


#: What every route under /v1 asks of a query.
KNOWN_ONLY = Depends(_known_only)
_WAIT = re.compile(r'wait\s*=\s*"?([0-9]+)"?', re.IGNORECASE | re.ASCII)


def preferred_wait(prefer: str) -> int | None:
    """Return the seconds of `Prefer: wait=N` (RFC 7240), at most `LONGEST_WAIT_SECONDS`."""
    for preference in prefer.split(","):
        found = _WAIT.fullmatch(preference.partition(";")[0].strip())
        if found is not None:
            # Its digits are cut first: Python refuses to read a number of many thousand.
            return min(int(found[1].lstrip("0")[:6] or "0"), LONGEST_WAIT_SECONDS)
    return None


def is_background(priority: str) -> bool:
    """Whether `Priority: u=N` (RFC 9218) says that it may wait; 3 is the default."""
    for parameter in priority.split(","):
        found = re.fullmatch(r"u=([0-7])", parameter.strip())
        if found is not None:
            return int(found[1]) > 3
    return False
