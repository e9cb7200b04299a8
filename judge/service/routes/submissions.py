"""`/v1/submissions`: submissions handed in, looked at, followed and cancelled."""

import hashlib
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response, StreamingResponse
from starlette.exceptions import HTTPException

from judge.problems import CachedCatalog
from judge.service.access.callers import Caller, caller_of
from judge.service.access.errors import error_shapes
from judge.service.access.shares import Shares
from judge.service.routes.answers import (
    json_answer,
    known_row,
    language_for,
    problem_of,
)
from judge.service.routes.headers import (
    KNOWN_ONLY,
    LONGEST_WAIT_SECONDS,
    PREFERENCE,
    TAKEN,
    Id,
    Key,
    LastEventId,
    Prefer,
    Priority,
    ProblemName,
    View,
    Wait,
    is_background,
    preferred_wait,
)
from judge.service.schemas.submissions import NewSubmission, SubmissionPage, SubmissionState
from judge.service.submissions.dispatcher import Dispatcher, KeyInFlightError, KeyTakenError
from judge.service.submissions.event_stream import END, parse_event_id, stream_events
from judge.service.submissions.views import Views
from judge.service.workers.messages import NAMES
from judge.storage import NewRow, Row, Scope, Status, Urgency

SUBMISSIONS = "/v1/submissions"
#: Streams of events that all tokens may have open together, where connections allow it.
MOST_STREAMS = 1_000
STREAM = "text/event-stream"
#: What one event of a stream is, as OpenAPI 3.2 describes it.
EVENT = {
    "type": "object",
    "required": ["event", "id", "data"],
    "properties": {
        "event": {"enum": ["queued", *sorted({*NAMES.values()}), "report", "cancelled"]},
        "id": {"type": "string"},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
}
#: A proxy that gathers a stream before it passes it on would hold back every event.
UNBUFFERED = {"X-Accel-Buffering": "no", "Cache-Control": "no-store"}


class SubmissionRoutes:
    """Submissions, in and out."""

    def __init__(self, catalog: CachedCatalog, dispatcher: Dispatcher, views: Views) -> None:
        self._views = views
        self._catalog = catalog
        self._dispatcher = dispatcher
        self._streams = Shares("streams of events", MOST_STREAMS)

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["submissions"], dependencies=[KNOWN_ONLY])
        sent = error_shapes(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503)
        known = error_shapes(401, 403, 404, 422, 429, 500, 503)
        add, state = router.add_api_route, SubmissionState
        add(
            "/submissions",
            self.submit,
            operation_id="submit",
            methods=["POST"],
            status_code=202,
            response_model=state,
            responses={
                200: {"model": state, "description": "judged", "headers": PREFERENCE},
                202: {"model": state, "description": "kept and queued", "headers": TAKEN},
                **sent,
            },
        )
        add(
            "/submissions",
            self.page,
            operation_id="submissions",
            response_model=SubmissionPage,
            responses=known,
        )
        add(
            "/submissions/{id}",
            self.cancel,
            operation_id="cancel",
            methods=["DELETE"],
            response_model=state,
            responses={**known, **error_shapes(409)},
        )
        add(
            "/submissions/{id}/events",
            self.events,
            operation_id="events",
            response_class=StreamingResponse,
            responses={
                200: {"content": {STREAM: {"itemSchema": EVENT}}},
                204: {"description": "the reader has seen the last event"},
                **known,
            },
        )
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
        if new.timing is not None and not caller.local:
            raise HTTPException(403, "only the local owner may say whether a submission is timed")
        problem, found_by = await run_in_threadpool(problem_of, self._catalog, new)
        caller.require(problem.slug)
        language = language_for(problem, new.language)
        row = NewRow(
            owner=caller.owner,
            problem=problem.slug,
            language=language,
            source=new.source_bytes(),
            urgency=Urgency.BACKGROUND if is_background(priority) else Urgency.INTERACTIVE,
            idempotency_key=idempotency_key,
            body_digest=hashlib.sha256(new.canonical(language)).hexdigest(),
            file=new.file,
            timing=new.timing,
        )
        asked = preferred_wait(prefer)
        seconds = LONGEST_WAIT_SECONDS if wait else asked or 0
        kept = await self._submit(row, seconds, caller)
        headers = {"Location": f"{SUBMISSIONS}/{kept.id}"}
        if asked is not None:
            headers["Preference-Applied"] = f"wait={asked}"
        state = await self._dispatcher.state(kept)
        state = state.model_copy(update={"found_by": found_by})
        if kept.status.over:
            return json_answer(state, 200, headers)
        return json_answer(state, 202, {**headers, "Retry-After": "1"})

    async def _submit(self, new: NewRow, seconds: float, caller: Caller) -> Row:
        """Hand a submission in and wait for its report. Raises `HTTPException`."""
        try:
            with self._dispatcher.answering(new.owner, new.idempotency_key):
                row = await self._dispatcher.submit(
                    new, limited=not caller.local, most=caller.bounds.attempts
                )
                return await self._dispatcher.wait(row, seconds)
        except KeyTakenError:
            raise HTTPException(422, "this Idempotency-Key came with another body") from None
        except KeyInFlightError:
            why = "the first request with this Idempotency-Key is not answered yet"
            raise HTTPException(409, why, headers={"Retry-After": "1"}) from None

    async def page(
        self,
        request: Request,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        after: Annotated[str | None, Query()] = None,
        problem: ProblemName = None,
    ) -> Response:
        """List one's submissions, newest first; those after the submission `after`."""
        caller = caller_of(request.scope, Scope.READ)
        if after is not None:
            await known_row(self._dispatcher, after, caller)
        lines = await self._dispatcher.page(caller.owner, limit + 1, after, problem)
        part = lines[:limit]
        more = len(lines) > limit
        named = f"&problem={problem}" if problem is not None else ""
        following = f"{SUBMISSIONS}?limit={limit}{named}&after={part[-1].id}" if more else None
        return json_answer(SubmissionPage(submissions=part, next=following))

    async def cancel(self, request: Request, id: Id) -> Response:  # noqa: A002 - the contract's name
        """Give up a submission: at once while it waits, at its next step while it runs."""
        caller = caller_of(request.scope, Scope.SUBMIT)
        row = await known_row(self._dispatcher, id, caller)
        if not await self._dispatcher.cancel(id, caller.owner):
            row = await known_row(self._dispatcher, id, caller)
            if row.status is Status.DONE:
                raise HTTPException(409, "the submission is judged already")
        row = await known_row(self._dispatcher, id, caller)
        return json_answer(await self._dispatcher.state(row))

    async def events(
        self,
        request: Request,
        id: Id,  # noqa: A002 - likewise
        last_event_id: LastEventId = "",
        view: View = None,
    ) -> Response:
        """Tell what happens to a submission: queued, started, case, ... and last its report."""
        caller = caller_of(request.scope, Scope.READ)
        row = await known_row(self._dispatcher, id, caller)
        if last_event_id == END:
            return Response(status_code=204)
        self._streams.check(caller.owner)
        if "judge.head" in request.scope:
            return Response(media_type=STREAM, headers=UNBUFFERED)
        steps = stream_events(
            self._dispatcher,
            row,
            parse_event_id(last_event_id),
            None if view is None else self._views.view,
        )
        counted = self._counted(steps, caller.owner)
        return StreamingResponse(counted, media_type=STREAM, headers=UNBUFFERED)

    async def _counted(
        self, steps: AsyncGenerator[bytes, None], owner: str
    ) -> AsyncIterator[bytes]:
        with self._streams.held(owner):
            async with aclosing(steps):
                async for step in steps:
                    yield step
