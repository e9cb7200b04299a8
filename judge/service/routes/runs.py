"""`/v1/runs`: sources played on the samples, or on one input of the client's own."""

import logging
import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException

from judge import practice
from judge.errors import AuthorError, ProblemError
from judge.problems import CachedCatalog, Problem, data_names
from judge.reports import Played
from judge.service.access.callers import caller_of
from judge.service.access.errors import error_shapes
from judge.service.access.rate_limits import RateLimits
from judge.service.histories.practised import Practised
from judge.service.presentation.report_text import TEXT, USUAL_WIDTH, wants_text
from judge.service.routes.answers import json_answer, language_for, problem_of, try_again
from judge.service.routes.headers import (
    KNOWN_ONLY,
    LONGEST_WAIT_SECONDS,
    Accept,
    Ascii,
    View,
    Width,
)
from judge.service.schemas.submissions import NewRun, RunResult
from judge.service.settings import Hidden
from judge.service.submissions.runs import Runs, Work
from judge.service.submissions.views import Views
from judge.storage import Scope

log = logging.getLogger("judge.http")


class RunRoutes:
    """Plays sources while their clients wait; keeps that they were, in the owners' histories."""

    def __init__(
        self,
        catalog: CachedCatalog,
        runs: Runs,
        limits: RateLimits,
        hidden: Hidden,
        views: Views,
        practised: Practised,
    ) -> None:
        self._catalog = catalog
        self._runs = runs
        self._limits = limits
        self._hidden = hidden
        self._views = views
        self._practised = practised

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["runs"], dependencies=[KNOWN_ONLY])
        sent = error_shapes(400, 401, 403, 404, 408, 413, 415, 422, 429, 500, 503)
        router.add_api_route(
            "/runs",
            self.run,
            operation_id="run",
            methods=["POST"],
            response_model=RunResult,
            responses={200: {"content": {TEXT: {"schema": {"type": "string"}}}}, **sent},
        )
        return router

    async def run(
        self,
        request: Request,
        new: NewRun,
        accept: Accept = "",
        width: Width = USUAL_WIDTH,
        ascii: Ascii = False,  # noqa: A002 - the contract's name
        view: View = None,
    ) -> Response:
        """Play the samples, or inputs of one's own, as text for people, too."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        if not caller.local:
            await run_in_threadpool(self._limits.work, caller.owner)
        problem, found_by = await run_in_threadpool(problem_of, self._catalog, new)
        caller.require(problem.slug)
        for one in new.own():
            self._check(problem, one)
        submission = new.submission(problem.slug, language_for(problem, new.language))
        own: list[dict[str, Any] | None] = [*new.own()]
        given = practice.Given(
            kind="run", problem=problem.slug, submission=submission, began=time.time()
        )
        runs = [
            (one, await self._play(request, caller.owner, given, problem, one))
            for one in own or [None]
        ]
        keeping = BackgroundTask(self._practised.ran, caller.owner, given, problem, runs)
        played = [one for _, found in runs for one in found]
        if not wants_text(accept):
            result = RunResult(problem=problem.slug, found_by=found_by, cases=played)
            if view is not None:
                drawn = await run_in_threadpool(self._views.played, played, problem, submission)
                result = result.model_copy(update={"views": drawn})
            answer = json_answer(result, 200, {"Vary": "Accept"})
            answer.background = keeping
            return answer
        text = await run_in_threadpool(
            self._views.run_text, played, problem, submission, width, ascii_only=ascii
        )
        body = text.encode("utf-8", "backslashreplace")
        return Response(body, 200, {"Vary": "Accept"}, TEXT, background=keeping)

    def _check(self, problem: Problem, given: dict[str, Any]) -> None:
        names = problem.names()
        if set(given) != set(names):
            raise HTTPException(422, f"the input must name each argument once: {', '.join(names)}")
        if self._hidden is not Hidden.FULL:
            refuse_data(problem, given)

    async def _play(
        self,
        request: Request,
        owner: str,
        given: practice.Given,
        problem: Problem,
        arguments: dict[str, Any] | None,
    ) -> list[Played]:
        work = self._runs.play(owner, given.submission, problem, arguments)
        try:
            in_time = await work.wait(LONGEST_WAIT_SECONDS, gone(request))
        finally:
            self._runs.runner.cancel(work)
        if not in_time:
            raise try_again("it was not over in time")
        try:
            played = _played(work, own=arguments is not None)
        except HTTPException:
            outside: list[tuple[dict[str, Any] | None, list[Played]]] = [(arguments, [])]
            await run_in_threadpool(
                self._practised.ran, owner, given, problem, outside, valid=False
            )
            raise
        if played is None:
            raise try_again("the service is stopping")
        return played


def refuse_data(problem: Problem, given: dict[str, Any]) -> None:
    """Refuse a large file of the package: hidden cases are read from it."""
    names = data_names(problem.interface, given)
    if names:
        raise HTTPException(422, f"{names[0]} belongs to hidden cases; give the lines of a file")


async def gone(request: Request) -> None:
    """Return when the client is gone; a run that nobody waits for holds its owner's place."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _played(work: Work[list[Played]], *, own: bool) -> list[Played] | None:
    try:
        return work.future.result()
    except ProblemError as error:
        if not own or isinstance(error, AuthorError):
            raise
        log.warning("a run failed: %s", error.for_log)
        why = "the reference has no answer to this input; is it inside the constraints?"
        raise HTTPException(422, why) from None
