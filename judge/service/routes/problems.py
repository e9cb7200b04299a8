"""`/v1/problems`: the problems of this host."""

import logging
from collections.abc import Collection

from fastapi import APIRouter, Request
from fastapi.responses import Response

from judge import practice
from judge import problems as naming
from judge.errors import ProblemError
from judge.problems import CachedCatalog, UnknownProblemError
from judge.service.access.callers import caller_of
from judge.service.access.errors import LostProblemError, Responses, error_shapes
from judge.service.histories.practised import Practised
from judge.service.routes.answers import find_problem, json_answer, tagged_answer
from judge.service.routes.headers import KNOWN_ONLY, TAGGED, IfNoneMatch
from judge.service.schemas.problems import (
    FoundAnswer,
    NewQuestion,
    ProblemLine,
    ProblemList,
    ProblemView,
)
from judge.storage import Scope

log = logging.getLogger("judge.http")


class ProblemRoutes:
    """The problems of this host, as candidates see them."""

    def __init__(self, catalog: CachedCatalog, practised: Practised) -> None:
        self._catalog = catalog
        self._practised = practised

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1/problems", tags=["problems"], dependencies=[KNOWN_ONLY])
        shapes: Responses = {
            200: {"headers": TAGGED},
            304: {"description": "the client has it already", "headers": TAGGED},
            **error_shapes(401, 403, 404, 422, 429, 500, 503),
        }
        router.add_api_route(
            "",
            self.every,
            operation_id="problems",
            response_model=ProblemList,
            responses=shapes,
        )
        router.add_api_route(
            "/find",
            self.find,
            operation_id="find_problem",
            methods=["POST"],
            response_model=FoundAnswer,
            responses=error_shapes(400, 401, 403, 404, 408, 413, 415, 422, 429, 500, 503),
        )
        router.add_api_route(
            "/{slug}",
            self.one,
            operation_id="one_problem",
            response_model=ProblemView,
            responses=shapes,
        )
        return router

    def find(self, request: Request, new: NewQuestion) -> Response:
        """Tell which problem a file is of, and by what; 404 with the nearest where none is told."""
        caller_of(request.scope, Scope.READ)
        head = new.head.encode("utf-8", "replace")
        try:
            told = naming.find_problem(new.path, head, self._catalog)
            problem = self._catalog.get(told.slug)
        except UnknownProblemError as error:
            raise LostProblemError(error) from None
        return json_answer(FoundAnswer(problem=problem.slug, found_by=told.by))

    def every(self, request: Request, if_none_match: IfNoneMatch = "") -> Response:
        """List the problems; a faulty one is left out, and the log says why."""
        bounds = caller_of(request.scope, Scope.READ).bounds
        found = []
        for slug in filter(bounds.shows, self._catalog.slugs()):
            try:
                found.append(ProblemLine.of(self._catalog.get(slug)))
            except ProblemError as error:
                log.error("%s", error)
        return tagged_answer(ProblemList(problems=found), if_none_match)

    def one(self, request: Request, slug: str, if_none_match: IfNoneMatch = "") -> Response:
        """Show one problem, with the hints that were opened."""
        caller = caller_of(request.scope, Scope.READ)
        owner, problem = caller.owner, find_problem(self._catalog, slug)
        caller.bounds.require_problem(slug)
        opened: Collection[int] = range(1, len(problem.hints) + 1)
        if self._practised.keeps(owner):
            opened = practice.past_of(self._practised.read(owner, problem.slug)).hints
        return tagged_answer(ProblemView.of(problem, opened), if_none_match)
