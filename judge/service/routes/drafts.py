"""`/v1/drafts`: what is typed on the page, kept while it is typed."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge.problems import CachedCatalog, Problem
from judge.service.access.callers import Caller, caller_of
from judge.service.access.errors import MEDIA_TYPE, AsciiJSON, Responses, error_shapes
from judge.service.histories.given_drafts import GivenDrafts
from judge.service.routes.answers import find_problem, json_answer, language_for
from judge.service.routes.headers import KNOWN_ONLY, TAGGED, Id, IfNoneMatch
from judge.service.schemas.page import (
    DraftAnswer,
    DraftConflict,
    DraftTag,
    DraftVersion,
    NewDraftText,
)
from judge.storage import Draft, Drafts, DraftTooLargeError, NewDraft, Scope

IfMatch = Annotated[str, Header(description="the `etag` of the draft that the new text is made of")]
CONFLICT = "there is a newer text, which this page has not seen; both are kept"
_SHAPE = {"schema": {"$ref": "#/components/schemas/DraftConflict"}}
CONFLICTS: Responses = {
    409: {"description": CONFLICT, "content": {MEDIA_TYPE: _SHAPE}, "headers": TAGGED}
}


class DraftRoutes:
    """The drafts of a caller, problem by problem."""

    def __init__(self, catalog: CachedCatalog, drafts: Drafts, given: GivenDrafts) -> None:
        self._catalog = catalog
        self._drafts = drafts
        self._given = given

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1/drafts", tags=["page"], dependencies=[KNOWN_ONLY])
        add = router.add_api_route
        known = error_shapes(401, 403, 404, 422, 429, 500, 503)
        sent = {**known, **error_shapes(400, 408, 413, 415)}
        none: Responses = {204: {"description": "there is no draft"}}
        tagged: Responses = {200: {"headers": TAGGED}}
        add(
            "/{slug}",
            self.one,
            operation_id="draft",
            response_model=DraftAnswer,
            responses={**tagged, **none, **known},
        )
        add(
            "/{slug}",
            self.put,
            operation_id="keep_draft",
            methods=["PUT"],
            response_model=DraftTag,
            responses={**tagged, **CONFLICTS, **sent},
        )
        add(
            "/{slug}",
            self.delete,
            operation_id="delete_draft",
            methods=["DELETE"],
            status_code=204,
            response_class=Response,
            responses=known,
        )
        add(
            "/{slug}/versions",
            self.versions,
            operation_id="draft_versions",
            response_model=list[DraftVersion],
            responses=known,
        )
        add(
            "/{slug}/versions/{id}",
            self.version,
            operation_id="draft_version",
            response_model=DraftAnswer,
            responses={**tagged, **known},
        )
        return router

    def one(self, request: Request, slug: str) -> Response:
        """Return the text of a problem as it was last kept."""
        caller, problem = self._read(request, slug)
        head = self._drafts.head(caller.owner, problem.slug)
        return Response(status_code=204) if head is None else _answer(head)

    def put(
        self,
        request: Request,
        slug: str,
        new: NewDraftText,
        if_match: IfMatch = "",
        if_none_match: IfNoneMatch = "",  # noqa: ARG002 - `*` says what holds anyway: see below
    ) -> Response:
        """Keep a text. Nothing is lost: where another one is there, both are kept.

        It is the problem's text from then on where there is none, where `If-Match` names the one
        that is there, where both are equal, and where the same page has sent that one before.
        """
        caller = caller_of(request.scope, Scope.SUBMIT)
        problem = find_problem(self._catalog, slug)
        caller.require(problem.slug)
        draft = NewDraft(
            client=new.client,
            serial=new.serial,
            language=language_for(problem, new.language),
            source=new.source.encode("utf-8", "surrogatepass"),
            inputs=tuple(new.inputs),
        )
        named = {one.strip() for one in if_match.split(",")}
        try:
            kept = self._drafts.put(
                caller.owner,
                problem.slug,
                draft,
                lambda head: bool({"*", etag_of(head)} & named),
            )
        except DraftTooLargeError as error:
            raise HTTPException(413, str(error)) from None
        self._given.typed(caller.owner, problem, draft.source)
        if not kept.taken:
            return _conflict(kept.head)
        tag = etag_of(kept.head)
        return json_answer(DraftTag(etag=tag), 200, {"ETag": tag})

    def delete(self, request: Request, slug: str) -> Response:
        """Forget the text of a problem and what stood there before."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        problem = find_problem(self._catalog, slug)
        caller.bounds.require_problem(problem.slug)
        self._drafts.delete(caller.owner, problem.slug)
        return Response(status_code=204)

    def versions(self, request: Request, slug: str) -> Response:
        """List the texts of a problem that are kept, newest first."""
        caller, problem = self._read(request, slug)
        found = self._drafts.versions(caller.owner, problem.slug)
        return AsciiJSON([_line(one).model_dump(mode="json") for one in found])

    def version(self, request: Request, slug: str, id: Id) -> Response:  # noqa: A002 - the contract's name
        """Return a text that stood there before."""
        caller, problem = self._read(request, slug)
        found = self._drafts.version(caller.owner, problem.slug, id)
        if found is None:
            raise HTTPException(404, "no such version; the newest ones are kept")
        return _answer(found)

    def _read(self, request: Request, slug: str) -> tuple[Caller, Problem]:
        caller = caller_of(request.scope, Scope.READ)
        problem = find_problem(self._catalog, slug)
        caller.bounds.require_problem(problem.slug)
        return caller, problem


def etag_of(draft: Draft) -> str:
    """Return the ETag of a draft: the same for the same text and inputs."""
    return f'"{draft.tag}"'


def _answer(draft: Draft) -> Response:
    return json_answer(_whole(draft), 200, {"ETag": etag_of(draft)})


def _whole(draft: Draft) -> DraftAnswer:
    return DraftAnswer(
        source=draft.source.decode("utf-8", "surrogatepass"),
        language=draft.language,
        client=draft.client,
        serial=draft.serial,
        etag=etag_of(draft),
        inputs=list(draft.inputs),
        updated_at=datetime.fromtimestamp(draft.updated_at, UTC),
    )


def _line(draft: Draft) -> DraftVersion:
    return DraftVersion(
        id=draft.id,
        client=draft.client,
        updated_at=datetime.fromtimestamp(draft.updated_at, UTC),
        bytes=draft.size,
        head=draft.head,
    )


def _conflict(head: Draft) -> Response:
    document = DraftConflict(detail=CONFLICT, head=_whole(head)).document()
    return AsciiJSON(document, 409, headers={"ETag": etag_of(head)}, media_type=MEDIA_TYPE)
