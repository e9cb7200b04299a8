"""Errors over HTTP: each is an RFC 9457 document, and none shows internals of the judge."""

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from judge.errors import HostError, JudgeError, ProblemError, UsageError
from judge.problems import UnknownProblemError
from judge.storage import BoundError
from judge.values import escape

log = logging.getLogger("judge.http")

MEDIA_TYPE = "application/problem+json"
#: What the API's description says about the answers of a route, by status.
Responses = dict[int | str, dict[str, Any]]

RETRY_AFTER = {
    "Retry-After": {"description": "seconds until asking again", "schema": {"type": "string"}}
}
_HEADERS = {
    401: {"WWW-Authenticate": {"description": "`Bearer`", "schema": {"type": "string"}}},
    429: RETRY_AFTER,
    503: RETRY_AFTER,
}


class FieldError(BaseModel):
    """One field of a request that is not as it should be."""

    field: str
    message: str


class ErrorDocument(BaseModel):
    """What went wrong, in words a person can act on (RFC 9457)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "there is no problem 'lcaa'; did you mean lca?",
                }
            ]
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldError] = []
    #: The problems that may be meant.
    near: list[str] = []


class AsciiJSON(JSONResponse):
    """JSON that escapes all beyond ASCII: a submission's text may hold lone surrogates."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, separators=(",", ":"), allow_nan=False).encode("ascii")


def error_response(
    status: int,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[FieldError] = (),
    near: Sequence[str] = (),
) -> Response:
    """Return one error document as a response."""
    title = HTTPStatus(status).phrase
    lists = {"errors": list(errors), "near": list(near)}
    given = {name: value for name, value in lists.items() if value}
    document = ErrorDocument.model_validate(
        {"title": title, "status": status, "detail": detail, **given}
    )
    content = document.model_dump(exclude={name for name in lists if name not in given})
    return AsciiJSON(content, status, headers=headers, media_type=MEDIA_TYPE)


def unable_response(error: HostError) -> Response:
    """Return the answer where this host cannot do what was asked; paths stay in its log."""
    detail = "this host cannot do that now; the server's log says why"
    if "free some space" in str(error).lower():
        detail = "the disk of this host is full: free some space, or ask whoever keeps it"
    return error_response(503, detail, headers={"Retry-After": "5"})


def error_shapes(*statuses: int) -> Responses:
    """Return what the API's description says about the errors of a route."""
    shape = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ErrorDocument"}}}
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": shape,
            "headers": _HEADERS.get(status),
        }
        for status in statuses
    }


class LostProblemError(HTTPException):
    """Raised where a problem is not found: 404, with the nearest ones."""

    def __init__(self, error: UnknownProblemError) -> None:
        super().__init__(404, str(error))
        self.near = error.near


def add_error_handlers(app: FastAPI) -> None:
    """Answer every error of a route, the framework or the judge with such a document."""
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(JudgeError, _on_judge_error)


async def _on_http_exception(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    near = error.near if isinstance(error, LostProblemError) else ()
    return error_response(error.status_code, error.detail, headers=error.headers, near=near)


async def _on_invalid_request(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(fault["type"] == "json_invalid" for fault in found):
        return error_response(400, "the body is not JSON")
    # Only where and why: the value itself may be large, hostile or a source.
    errors = [
        FieldError(field=".".join(str(step)[:64] for step in fault["loc"]), message=fault["msg"])
        for fault in found[:20]
    ]
    return error_response(422, "the request does not have the shape it should", errors=errors)


async def _on_judge_error(request: Request, error: Exception) -> Response:
    if isinstance(error, UsageError):
        near = error.near if isinstance(error, UnknownProblemError) else ()
        return error_response(422, str(error), near=near)
    if isinstance(error, BoundError):
        return error_response(403, str(error))
    log.error("a request failed: %s", error.for_log if isinstance(error, JudgeError) else error)
    if isinstance(error, HostError):
        return unable_response(error)
    caller = request.scope.get("judge.caller")
    if isinstance(error, ProblemError) and caller is not None and caller.local:
        # Whose packages these are; nobody else is told where they lie.
        return error_response(500, escape(error.for_log, keep="\n"))
    return error_response(500, "the judge failed; the server's log says why")
