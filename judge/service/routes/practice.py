"""`/v1/history`, `/v1/progress`, `/v1/due` and `/v1/next`: what was done, and what to do."""

import json
import logging
from datetime import tzinfo
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge import reports
from judge.errors import JudgeError
from judge.practice import Evening, Event
from judge.reports import Report
from judge.service.access.callers import Caller, caller_of
from judge.service.access.errors import error_shapes
from judge.service.histories.practised import Practised
from judge.service.histories.progress import progress_of
from judge.service.histories.readings import Readings
from judge.service.histories.zones import Zone, zone_of
from judge.service.routes.answers import json_answer
from judge.service.routes.headers import KNOWN_ONLY, Id, ProblemName
from judge.service.schemas.practice import (
    DueAnswer,
    EventView,
    HistoryAnswer,
    HistoryPage,
    NextAnswer,
    ProgressAnswer,
)
from judge.service.submissions.dispatcher import Dispatcher
from judge.storage import Scope

log = logging.getLogger("judge.http")

HISTORY = "/v1/history"


class PracticeRoutes:
    """The caller's history, and what follows from it."""

    def __init__(self, practised: Practised, dispatcher: Dispatcher, readings: Readings) -> None:
        self._practised = practised
        self._dispatcher = dispatcher
        self._readings = readings

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["practice"], dependencies=[KNOWN_ONLY])
        known = error_shapes(401, 403, 422, 429, 500, 503)
        add = router.add_api_route
        found = {**known, **error_shapes(404)}
        add(
            "/history",
            self.history,
            operation_id="history",
            response_model=HistoryPage,
            responses=found,
        )
        add(
            "/history/{id}",
            self.one,
            operation_id="one_event",
            response_model=HistoryAnswer,
            responses=found,
        )
        add(
            "/progress",
            self.progress,
            operation_id="progress",
            response_model=ProgressAnswer,
            responses=known,
        )
        add("/due", self.due, operation_id="due", response_model=DueAnswer, responses=known)
        add("/next", self.next, operation_id="next", response_model=NextAnswer, responses=known)
        return router

    async def history(
        self,
        request: Request,
        problem: ProblemName = None,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        after: Annotated[str | None, Query(max_length=64)] = None,
    ) -> Response:
        """List what was done, newest first; what is older than the event `after`."""
        owner = caller_of(request.scope, Scope.READ).owner
        page = await self._readings.do(owner, lambda: self._page(owner, problem, limit, after))
        return json_answer(page)

    def _page(self, owner: str, problem: str | None, limit: int, after: str | None) -> HistoryPage:
        events = self._practised.read(owner, problem)[::-1]
        if after is not None:
            ids = [event.id for event in events]
            if after not in ids:
                raise HTTPException(404, "there is no such event in this history")
            events = events[ids.index(after) + 1 :]
        part, more = events[:limit], len(events) > limit
        named = f"&problem={problem}" if problem is not None else ""
        following = f"{HISTORY}?limit={limit}{named}&after={part[-1].id}" if more else None
        return HistoryPage(events=[EventView.of(event) for event in part], next=following)

    async def one(self, request: Request, id: Id) -> Response:  # noqa: A002 - the contract's name
        """Show what was done once, with its report and its text where these are kept."""
        owner = caller_of(request.scope, Scope.READ).owner
        answer = await self._readings.do(owner, lambda: self._one(owner, id))
        if answer is None:
            raise HTTPException(404, "there is no such event in this history")
        return json_answer(answer)

    def _one(self, owner: str, id_: str) -> HistoryAnswer | None:
        found = [event for event in self._practised.read(owner) if event.id == id_]
        if not found:
            return None
        event = found[0]
        text = self._practised.text(owner, event.source) if event.source is not None else None
        return HistoryAnswer(
            event=EventView.of(event),
            report=self._report(owner, event),
            text=text.decode("utf-8", "surrogateescape") if text is not None else None,
        )

    def _report(self, owner: str, event: Event) -> Report | None:
        """Return the report of an event, as far as this host shows it."""
        kept = self._practised.report(owner, event)
        if kept is None:
            return self._dispatcher.report_of(event.id, owner)
        try:
            return self._dispatcher.shown(reports.read_report(json.loads(kept)))
        except (ValueError, RecursionError, JudgeError) as error:
            log.warning("a report of a history cannot be read: %s", type(error).__name__)
            return None

    async def progress(self, request: Request, time_zone: Zone = "") -> Response:
        """Show how far every problem is that was touched, and when something was done."""
        caller = caller_of(request.scope, Scope.READ)
        zone = zone_of(time_zone)
        evening = await self._readings.do(caller.owner, lambda: self._evening(caller, zone))
        return json_answer(await self._readings.do(caller.owner, lambda: progress_of(evening)))

    async def due(self, request: Request, time_zone: Zone = "") -> Response:
        """Say which problems to do again today: two at most."""
        caller = caller_of(request.scope, Scope.READ)
        zone = zone_of(time_zone)
        return json_answer(await self._readings.do(caller.owner, lambda: self._due(caller, zone)))

    def _due(self, caller: Caller, zone: tzinfo | None) -> DueAnswer:
        evening = self._evening(caller, zone)
        return DueAnswer.of(evening.queue(), evening.today)

    async def next(self, request: Request, time_zone: Zone = "") -> Response:
        """Say which problem to do next, and why."""
        caller = caller_of(request.scope, Scope.READ)
        zone = zone_of(time_zone)
        proposal = await self._readings.do(
            caller.owner, lambda: self._evening(caller, zone).proposal()
        )
        return json_answer(NextAnswer.of(proposal))

    def _evening(self, caller: Caller, zone: tzinfo | None) -> Evening:
        return self._practised.evening(caller.owner, caller.bounds.shows, zone)
