"""The routes of the HTTP service: they take in, ask the desk, and give out."""

import hashlib
import logging
import re
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from judge.cases import argument_names
from judge.catalog import Catalog
from judge.errors import ProblemError, UsageError
from judge.events import Played
from judge.frontends.desk import Desk, Status, Ticket
from judge.frontends.problem_json import AsciiJSON, Responses, error_shapes
from judge.frontends.resources import (
    Health,
    NewRun,
    NewSubmission,
    ProblemLine,
    ProblemList,
    ProblemView,
    RunResult,
    SubmissionLine,
    SubmissionPage,
    SubmissionState,
)
from judge.frontends.streaming import stream
from judge.frontends.worker import NoRoomError, Work
from judge.problem import Problem

log = logging.getLogger("judge.http")

#: The longest that an answer is held back for a report.
LONGEST_WAIT_SECONDS = 45
SUBMISSIONS = "/v1/submissions"

Wait = Annotated[bool, Query(description="hold the answer back until the report is there")]
Prefer = Annotated[str, Header(description="`wait=N`: hold the answer back up to N seconds")]


class ProblemRoutes:
    """The problems of this host, as candidates see them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1/problems", tags=["problems"])
        errors = error_shapes(401, 403, 404, 500)
        add = router.add_api_route
        add("", self.every, response_model=ProblemList, responses=errors)
        add("/{slug}", self.one, response_model=ProblemView, responses=errors)
        return router

    def every(self, request: Request) -> Response:
        """List the problems; a faulty one is left out, and the log says why."""
        found = []
        for slug in self._catalog.slugs():
            try:
                found.append(ProblemLine.of(self._catalog.get(slug)))
            except ProblemError as error:
                log.error("%s", error)
        return _tagged(request, ProblemList(problems=found))

    def one(self, request: Request, slug: str) -> Response:
        """Show one problem."""
        return _tagged(request, ProblemView.of(named(self._catalog, slug)))


class SubmissionRoutes:
    """Submissions and runs, in and out."""

    def __init__(self, catalog: Catalog, desk: Desk) -> None:
        self._catalog = catalog
        self._desk = desk

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["submissions"])
        add, state = router.add_api_route, SubmissionState
        sent = error_shapes(400, 401, 403, 404, 413, 415, 422, 503)
        known = error_shapes(401, 403, 404)
        add("/submissions", self.submit, methods=["POST"], status_code=202,
            response_model=state, responses={200: {"model": state}, **sent})  # fmt: skip
        add("/submissions", self.page, response_model=SubmissionPage, responses=known)
        add("/submissions/{id}", self.one, response_model=state, responses=known)
        add("/submissions/{id}", self.cancel, methods=["DELETE"], response_model=state,
            responses={**known, **error_shapes(409)})  # fmt: skip
        told: Responses = {200: {"content": {"text/event-stream": {}}}}
        add("/submissions/{id}/events", self.events, response_class=StreamingResponse,
            responses={**told, **known})  # fmt: skip
        add("/runs", self.run, methods=["POST"], response_model=RunResult, responses=sent)
        return router

    async def submit(self, new: NewSubmission, wait: Wait = False, prefer: Prefer = "") -> Response:
        """Hand in a source. The report is in the answer when it is there in time."""
        problem = await run_in_threadpool(named, self._catalog, new.problem)
        ticket = self._take(new, problem)
        asked = preferred_wait(prefer)
        seconds = LONGEST_WAIT_SECONDS if wait else asked
        headers = {} if asked is None else {"Preference-Applied": f"wait={asked}"}
        if seconds is not None:
            await ticket.work.wait(seconds)
        if self._desk.worker.stopping and ticket.status is not Status.DONE:
            raise _come_back("the service is stopping")
        headers["Location"] = f"{SUBMISSIONS}/{ticket.id}"
        if ticket.work.future.done():
            return _json(SubmissionState.of(ticket), 200, headers)
        return _json(SubmissionState.of(ticket), 202, {**headers, "Retry-After": "1"})

    def _take(self, new: NewSubmission, problem: Problem) -> Ticket:
        try:
            return self._desk.submit(new.submission(), problem)
        except NoRoomError as full:
            raise _come_back(str(full)) from None

    async def page(
        self, limit: Annotated[int, Query(ge=1, le=100)] = 20, after: str | None = None
    ) -> Response:
        """List one's submissions, newest first; those after the submission `after`."""
        tickets = self._desk.newest_first()
        start = 0
        if after is not None:
            start = tickets.index(self._known(after)) + 1
        part = tickets[start : start + limit]
        more = len(tickets) > start + limit
        following = f"{SUBMISSIONS}?limit={limit}&after={part[-1].id}" if more else None
        lines = [SubmissionLine.of(ticket) for ticket in part]
        return _json(SubmissionPage(submissions=lines, next=following))

    async def one(self, id: str) -> Response:  # noqa: A002 - the name in the contract's address
        """Show where a submission is, and its report once it is done."""
        return _json(SubmissionState.of(self._known(id)))

    async def cancel(self, id: str) -> Response:  # noqa: A002 - the name in the contract's address
        """Give up a submission: at once while it waits, at its next step while it runs."""
        ticket = self._known(id)
        if ticket.status is Status.DONE:
            raise HTTPException(409, "the submission is judged already")
        ticket.work.give_up()
        return _json(SubmissionState.of(ticket))

    async def events(self, id: str) -> Response:  # noqa: A002 - the name in the contract's address
        """Tell what happens to a submission: queued, started, case, ... and last its report."""
        return stream(self._known(id))

    def _known(self, ticket_id: str) -> Ticket:
        ticket = self._desk.find(ticket_id)
        if ticket is None:
            raise HTTPException(404, "no such submission; finished ones are kept for a while only")
        return ticket

    async def run(self, new: NewRun) -> Response:
        """Play the samples, or one input of one's own. Nothing is kept."""
        problem = await run_in_threadpool(named, self._catalog, new.problem)
        names = argument_names(problem.interface)
        if new.input is not None and set(new.input) != set(names):
            raise HTTPException(422, f"the input must name each argument once: {', '.join(names)}")
        try:
            work = self._desk.play(new.submission(), problem, new.input)
        except NoRoomError as full:
            raise _come_back(str(full)) from None
        try:
            await work.wait(LONGEST_WAIT_SECONDS)
        finally:
            work.give_up()
        if not work.future.done() or work.future.cancelled():
            raise _come_back("its turn did not come in time")
        played = _played(work, own=new.input is not None)
        if played is None:
            raise _come_back("the service is stopping")
        return _json(RunResult(cases=played))


class HealthRoutes:
    """What a watchdog asks, without the token."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(tags=["health"])
        router.add_api_route("/healthz", self.healthy, response_model=Health)
        router.add_api_route("/readyz", self.ready, response_model=Health,
                             responses={503: {"model": Health}})  # fmt: skip
        return router

    async def healthy(self) -> Response:
        """Say that the process answers."""
        return _json(Health(status="ok"))

    async def ready(self) -> Response:
        """Say whether submissions are taken."""
        if self._desk.worker.stopping:
            return _json(Health(status="stopping"), 503)
        return _json(Health(status="ready"))


def named(catalog: Catalog, slug: str) -> Problem:
    """Return the problem of that name; anything else is 404."""
    try:
        return catalog.get(slug)
    except UsageError as error:
        raise HTTPException(404, str(error)) from None


def preferred_wait(prefer: str) -> int | None:
    """Return the seconds of `Prefer: wait=N` (RFC 7240), at most as many as we grant."""
    for preference in prefer.split(","):
        found = re.fullmatch(r"wait\s*=\s*\"?([0-9]{1,6})\"?", preference.partition(";")[0].strip())
        if found is not None:
            return min(int(found[1]), LONGEST_WAIT_SECONDS)
    return None


def _played(work: Work[list[Played]], *, own: bool) -> list[Played] | None:
    try:
        return work.future.result()
    except ProblemError as error:
        if not own:
            raise
        log.warning("a run failed: %s", error)
        why = "the reference has no answer to this input; is it inside the constraints?"
        raise HTTPException(422, why) from None


def _come_back(why: str) -> HTTPException:
    return HTTPException(503, f"{why}; try again in a moment", headers={"Retry-After": "5"})


def _json(model: BaseModel, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return AsciiJSON(model.model_dump(mode="json"), status, headers=headers)


def _tagged(request: Request, model: BaseModel) -> Response:
    """Return the model with its ETag, or 304 to whoever has it already."""
    answer = _json(model)
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [
        one.strip().removeprefix("W/")
        for one in request.headers.get("if-none-match", "").split(",")
    ]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer
