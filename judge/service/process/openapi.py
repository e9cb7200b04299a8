"""The OpenAPI document: FastAPI's, completed with security, links and whole examples."""

from typing import Any

from fastapi import FastAPI

from judge.kinds import KINDS
from judge.service.access.access import OPEN_PATHS
from judge.service.access.errors import ErrorDocument
from judge.service.access.page_paths import LOGIN
from judge.service.access.page_sessions import SECRET_HEADER
from judge.service.schemas import examples
from judge.service.schemas.page import DraftConflict

WORDS = """\
The judge over HTTP. Hand in a source, and ask for its report: with `Prefer: wait=10` in the same
answer, by GET at the Location, or as server-sent events. Errors are RFC 9457 documents.
"""
_ID = {"parameters": {"id": "$response.body#/id"}}
#: What a client may do next with the submission that it handed in.
LINKS = {
    "state": {"operationId": "one_submission", **_ID},
    "events": {"operationId": "events", **_ID},
    "cancel": {"operationId": "cancel", **_ID},
    "source": {"operationId": "source", **_ID},
    "pytest": {"operationId": "pytest", **_ID},
}


#: A token, or the cookie and the secret of a session of the page, together.
ANY_OF: list[dict[str, list[str]]] = [{"token": []}, {"cookie": [], "page": []}]


def complete_openapi(app: FastAPI, cookie: str) -> None:
    """Make `app.openapi()`, and so /openapi.json, the complete document.

    `cookie` is the name of the page's.
    """
    written = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(written(), cookie)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way


def _completed(document: dict[str, Any], cookie: str) -> dict[str, Any]:
    document["info"]["description"] = WORDS
    components = document.setdefault("components", {})
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
        "cookie": {"type": "apiKey", "in": "cookie", "name": cookie},
        "page": {"type": "apiKey", "in": "header", "name": SECRET_HEADER},
    }
    error = ErrorDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas = components.setdefault("schemas", {})
    schemas |= error.pop("$defs", {})
    schemas["ErrorDocument"] = error
    conflict = DraftConflict.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= {**conflict.pop("$defs"), "DraftConflict": conflict}
    # A kind's own fields are written at the top of a report, never under this name.
    properties = schemas["Report"]["properties"]
    del properties["extras"]
    for kind in KINDS.values():
        properties |= kind.schemas
    schemas["Played"]["properties"]["view"] = {
        "type": "object",
        "description": "what the page draws, where it was asked for",
    }
    for name, example in examples.BY_NAME.items():
        schemas[name]["examples"] = [example]
    for path, operations in document["paths"].items():
        for operation in operations.values():
            operation["security"] = [] if path in {*OPEN_PATHS, LOGIN} else ANY_OF
    for status in ("200", "202"):
        document["paths"]["/v1/submissions"]["post"]["responses"][status]["links"] = LINKS
    return document
