"""The routes of the HTTP service: they take in, ask the desk, and give out."""

import hashlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from judge.errors import ProblemError, UsageError
from judge.problems import Problem, Shelf
from judge.reports import Played
from judge.service.access import Caller, caller_of
from judge.service.dispatcher import Ask, Desk, KeyInFlightError, KeyTakenError
from judge.service.errors import RETRY_AFTER, AsciiJSON, Responses, error_shapes
from judge.service.event_stream import END, seen_before, told
from judge.service.headers import (
    KNOWN_ONLY,
    LONGEST_WAIT_SECONDS,
    PREFERENCE,
    TAGGED,
    TAKEN,
    Id,
    IfNoneMatch,
    Key,
    LastEventId,
    Prefer,
    Priority,
    Wait,
    is_background,
    preferred_wait,
)
from judge.service.rate_limits import Allowance
from judge.service.runs import NoRoomError, Runs, Work
from judge.service.schemas import (
    NewRun,
    NewSubmission,
    ProblemLine,
    ProblemList,
    ProblemView,
    RunResult,
    SubmissionLine,
    SubmissionPage,
    SubmissionState,
    state_of,
)
from judge.service.settings import Hosting
from judge.storage import Row, Scope, Status, Urgency

log = logging.getLogger("judge.http")

SUBMISSIONS = "/v1/submissions"
#: Streams of events that may be open together.
MOST_STREAMS = 1_000


class ProblemRoutes:
    """The problems of this host, as candidates see them."""

    def __init__(self, catalog: Shelf) -> None:
        self._catalog = catalog

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1/problems", tags=["problems"], dependencies=[KNOWN_ONLY])
        shapes: Responses = {
            200: {"headers": TAGGED},
            304: {"description": "the client has it already", "headers": TAGGED},
            **error_shapes(401, 403, 404, 422, 429, 500, 503),
        }
        add = router.add_api_route
        add("", self.every, operation_id="problems", response_model=ProblemList, responses=shapes)
        add(
            "/{slug}",
            self.one,
            operation_id="one_problem",
            response_model=ProblemView,
            responses=shapes,
        )
        return router

    def every(self, request: Request, if_none_match: IfNoneMatch = "") -> Response:
        """List the problems; a faulty one is left out, and the log says why."""
        caller_of(request.scope, Scope.READ)
        found = []
        for slug in self._catalog.slugs():
            try:
                found.append(ProblemLine.of(self._catalog.get(slug)))
            except ProblemError as error:
                log.error("%s", error)
        return _tagged(ProblemList(problems=found), if_none_match)

    def one(self, request: Request, slug: str, if_none_match: IfNoneMatch = "") -> Response:
        """Show one problem."""
        caller_of(request.scope, Scope.READ)
        return _tagged(ProblemView.of(named(self._catalog, slug)), if_none_match)


class SubmissionRoutes:
    """Submissions, in and out."""

    def __init__(self, catalog: Shelf, desk: Desk, hosting: Hosting) -> None:
        self._catalog = catalog
        self._desk = desk
        self._hidden = hosting.hidden
        self._streams = 0

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["submissions"], dependencies=[KNOWN_ONLY])
        add, state = router.add_api_route, SubmissionState
        sent = error_shapes(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503)
        known = error_shapes(401, 403, 404, 422, 429, 500, 503)
        taken: Responses = {
            200: {"model": state, "description": "judged", "headers": PREFERENCE},
            202: {"model": state, "description": "kept and queued", "headers": TAKEN},
        }
        add("/submissions", self.submit, operation_id="submit", methods=["POST"],
            status_code=202, response_model=state, responses={**taken, **sent})  # fmt: skip
        add(
            "/submissions",
            self.page,
            operation_id="submissions",
            response_model=SubmissionPage,
            responses=known,
        )
        add(
            "/submissions/{id}",
            self.one,
            operation_id="one_submission",
            response_model=state,
            responses={200: {"headers": RETRY_AFTER}, **known},
        )
        add("/submissions/{id}", self.cancel, operation_id="cancel", methods=["DELETE"],
            response_model=state, responses={**known, **error_shapes(409)})  # fmt: skip
        told: Responses = {
            200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}},
            204: {"description": "the reader has seen the last event"},
        }
        add("/submissions/{id}/events", self.events, operation_id="events",
            response_class=StreamingResponse, responses={**told, **known})  # fmt: skip
        return router

    async def submit(
        self,
        request: Request,
        new: NewSubmission,
        wait: Wait = False,
        prefer: Prefer = "",
        idempotency_key: Key = None,
        priority: Priority = "",
    ) -> Response:
        """Hand in a source. The report is in the answer when it is there in time."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        problem = await run_in_threadpool(named, self._catalog, new.problem)
        urgency = Urgency.BACKGROUND if is_background(priority) else Urgency.INTERACTIVE
        digest = hashlib.sha256(new.canonical()).hexdigest()
        ask = Ask(
            caller.owner, new.submission(), problem.slug, urgency, caller.local,
            idempotency_key, digest,
        )  # fmt: skip
        asked = preferred_wait(prefer)
        try:
            with self._desk.answering(caller.owner, idempotency_key):
                row = await self._desk.submit(ask)
                row = await self._desk.wait(row, LONGEST_WAIT_SECONDS if wait else asked or 0)
        except KeyTakenError:
            raise HTTPException(422, "this Idempotency-Key came with another body") from None
        except KeyInFlightError:
            why = "the first request with this Idempotency-Key is not answered yet"
            raise HTTPException(409, why, headers={"Retry-After": "1"}) from None
        except NoRoomError as full:
            raise _come_back(str(full)) from None
        headers = {"Location": f"{SUBMISSIONS}/{row.id}"}
        if asked is not None:
            headers["Preference-Applied"] = f"wait={asked}"
        state = await state_of(self._desk, row, self._hidden)
        if row.status.over:
            return _json(state, 200, headers)
        return _json(state, 202, {**headers, "Retry-After": "1"})

    async def page(
        self,
        request: Request,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        after: Annotated[str | None, Query()] = None,
    ) -> Response:
        """List one's submissions, newest first; those after the submission `after`."""
        caller = caller_of(request.scope, Scope.READ)
        if after is not None:
            await self._known(after, caller)
        rows = await self._desk.page(caller.owner, limit + 1, after)
        part = rows[:limit]
        more = len(rows) > limit
        following = f"{SUBMISSIONS}?limit={limit}&after={part[-1].id}" if more else None
        lines = [SubmissionLine.of(row) for row in part]
        return _json(SubmissionPage(submissions=lines, next=following))

    async def one(self, request: Request, id: Id) -> Response:  # noqa: A002 - the contract's name
        """Show where a submission is, and its report once it is done."""
        row = await self._known(id, caller_of(request.scope, Scope.READ))
        headers = {} if row.status.over else {"Retry-After": "1"}
        return _json(await state_of(self._desk, row, self._hidden), 200, headers)

    async def cancel(self, request: Request, id: Id) -> Response:  # noqa: A002 - likewise
        """Give up a submission: at once while it waits, at its next step while it runs."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        row = await self._known(id, caller)
        if not await self._desk.cancel(id, caller.owner):
            row = await self._known(id, caller)
            if row.status is Status.DONE:
                raise HTTPException(409, "the submission is judged already")
        row = await self._known(id, caller)
        return _json(await state_of(self._desk, row, self._hidden))

    async def events(
        self,
        request: Request,
        id: Id,  # noqa: A002 - likewise
        last_event_id: LastEventId = "",
    ) -> Response:
        """Tell what happens to a submission: queued, started, case, ... and last its report."""
        row = await self._known(id, caller_of(request.scope, Scope.READ))
        if last_event_id == END:
            return Response(status_code=204)
        if self._streams >= MOST_STREAMS:
            raise _come_back(f"{MOST_STREAMS} streams of events are open already")
        steps = told(self._desk, row, self._hidden, seen_before(last_event_id))
        return StreamingResponse(self._counted(steps), media_type="text/event-stream")

    async def _counted(self, steps: AsyncGenerator[bytes, None]) -> AsyncIterator[bytes]:
        self._streams += 1
        try:
            async with aclosing(steps):
                async for step in steps:
                    yield step
        finally:
            self._streams -= 1

    async def _known(self, id_: str, caller: Caller) -> Row:
        row = await self._desk.find(id_, caller.owner)
        if row is None:
            raise HTTPException(404, "no such submission; finished ones are kept for a while only")
        return row


class RunRoutes:
    """Runs: played while somebody waits, kept nowhere."""

    def __init__(self, catalog: Shelf, runs: Runs, allowance: Allowance) -> None:
        self._catalog = catalog
        self._runs = runs
        self._allowance = allowance

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["runs"], dependencies=[KNOWN_ONLY])
        sent = error_shapes(400, 401, 403, 404, 408, 413, 415, 422, 429, 500, 503)
        router.add_api_route("/runs", self.run, operation_id="run", methods=["POST"],
                             response_model=RunResult, responses=sent)  # fmt: skip
        return router

    async def run(self, request: Request, new: NewRun) -> Response:
        """Play the samples, or one input of one's own. Nothing is kept."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        if not caller.local:
            self._allowance.work(caller.owner)
        problem = await run_in_threadpool(named, self._catalog, new.problem)
        names = problem.names()
        if new.input is not None and set(new.input) != set(names):
            raise HTTPException(422, f"the input must name each argument once: {', '.join(names)}")
        try:
            work = self._runs.play(new.submission(), problem, new.input)
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


def named(catalog: Shelf, slug: str) -> Problem:
    """Return the problem of that name; anything else is 404."""
    try:
        return catalog.get(slug)
    except UsageError as error:
        raise HTTPException(404, str(error)) from None


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


def _tagged(model: BaseModel, if_none_match: str) -> Response:
    """Return the model with its ETag, or 304 to whoever has it already."""
    answer = _json(model)
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [one.strip().removeprefix("W/") for one in if_none_match.split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer
