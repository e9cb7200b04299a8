"""`/v1/runs`: sources played on the samples, or on one input of the client's own."""

import logging
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge.errors import ProblemError
from judge.problems import CachedCatalog, Problem, data_names
from judge.reports import Played
from judge.service.access import caller_of
from judge.service.errors import error_shapes
from judge.service.headers import KNOWN_ONLY, LONGEST_WAIT_SECONDS
from judge.service.rate_limits import RateLimits
from judge.service.routes.answers import json_answer, language_for, problem_of, try_again
from judge.service.runs import Runs, Work
from judge.service.schemas import NewRun, RunResult
from judge.service.settings import Hidden
from judge.storage import Scope

log = logging.getLogger("judge.http")


class RunRoutes:
    """Plays sources while their clients wait; keeps nothing."""

    def __init__(
        self, catalog: CachedCatalog, runs: Runs, limits: RateLimits, hidden: Hidden
    ) -> None:
        self._catalog = catalog
        self._runs = runs
        self._limits = limits
        self._hidden = hidden

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
            responses=sent,
        )
        return router

    async def run(self, request: Request, new: NewRun) -> Response:
        """Play the samples, or one input of one's own. Nothing is kept."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        if not caller.local:
            self._limits.work(caller.owner)
        problem, found_by = await run_in_threadpool(problem_of, self._catalog, new)
        names = problem.names()
        if new.input is not None and set(new.input) != set(names):
            raise HTTPException(422, f"the input must name each argument once: {', '.join(names)}")
        if new.input is not None and self._hidden is not Hidden.FULL:
            _refuse_data(problem, new.input)
        submission = new.submission(problem.slug, language_for(problem, new.language))
        work = self._runs.play(caller.owner, submission, problem, new.input)
        try:
            in_time = await work.wait(LONGEST_WAIT_SECONDS, gone(request))
        finally:
            self._runs.runner.cancel(work)
        if not in_time:
            raise try_again("it was not over in time")
        played = _played(work, own=new.input is not None)
        if played is None:
            raise try_again("the service is stopping")
        return json_answer(RunResult(problem=problem.slug, found_by=found_by, cases=played))


def _refuse_data(problem: Problem, given: dict[str, Any]) -> None:
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
        if not own:
            raise
        log.warning("a run failed: %s", error.for_log)
        why = "the reference has no answer to this input; is it inside the constraints?"
        raise HTTPException(422, why) from None
