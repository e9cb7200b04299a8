"""`/v1/rejudgings`: submissions judged again with a package as it is now, for hosts.

Every route needs the scope `admin`. What an owner sees changes when one is applied, not before.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge.errors import UsageError
from judge.problems import CachedCatalog
from judge.service.access.callers import caller_of
from judge.service.access.errors import error_shapes
from judge.service.access.rate_limits import RateLimits
from judge.service.routes.answers import find_problem, json_answer
from judge.service.routes.headers import KNOWN_ONLY, PLACE, ProblemName
from judge.service.schemas.page import Nothing
from judge.service.schemas.rejudgings import (
    NewRejudging,
    RejudgedReports,
    RejudgingAnswer,
    RejudgingList,
)
from judge.service.workers.pool import WorkerPool
from judge.storage import Rejudging, RejudgingOpenError, Rejudgings, Scope

REJUDGINGS = "/v1/rejudgings"

Id = Annotated[str, Path(pattern=r"^[0-9a-f]{16}$", examples=["0123456789abcdef"])]
SubmissionId = Annotated[
    str, Path(pattern=r"^[0-9a-f]{32}$", examples=["0123456789abcdef0123456789abcdef"])
]


class RejudgingRoutes:
    """Rejudgings: begun, looked at, stopped, resumed and applied."""

    def __init__(
        self,
        catalog: CachedCatalog,
        rejudgings: Rejudgings,
        workers: WorkerPool,
        limits: RateLimits,
    ) -> None:
        self._catalog = catalog
        self._rejudgings = rejudgings
        self._workers = workers
        self._limits = limits

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix=REJUDGINGS, tags=["host"], dependencies=[KNOWN_ONLY])
        known = error_shapes(401, 403, 404, 422, 429, 500, 503)
        sent = {**known, **error_shapes(400, 408, 409, 413, 415)}
        add = router.add_api_route
        add(
            "",
            self.begin,
            operation_id="begin_rejudging",
            methods=["POST"],
            status_code=202,
            response_model=RejudgingAnswer,
            responses={202: {"headers": PLACE}, **sent},
        )
        add(
            "",
            self.page,
            operation_id="rejudgings",
            response_model=RejudgingList,
            responses=known,
        )
        add(
            "/{id}",
            self.one,
            operation_id="rejudging",
            response_model=RejudgingAnswer,
            responses=known,
        )
        for name, act in (("stop", self.stop), ("resume", self.resume), ("apply", self.apply)):
            add(
                f"/{{id}}/{name}",
                act,
                operation_id=f"{name}_rejudging",
                methods=["POST"],
                response_model=RejudgingAnswer,
                responses=sent,
            )
        add(
            "/{id}/reports/{submission}",
            self.reports,
            operation_id="rejudged_reports",
            response_model=RejudgedReports,
            responses=known,
        )
        return router

    def begin(self, request: Request, new: NewRejudging) -> Response:
        """Judge submissions of a problem again, behind people who wait; nothing is changed."""
        caller = caller_of(request.scope, Scope.ADMIN)
        if not caller.local:
            self._limits.work(caller.owner)
        problem = find_problem(self._catalog, new.problem)
        caller.require(problem.slug)
        try:
            begun = self._rejudgings.begin(
                problem.slug,
                who=caller.owner,
                why=new.why,
                since=new.since_seconds,
                verdict=new.verdict,
                again=new.again,
            )
        except RejudgingOpenError as error:
            raise HTTPException(409, str(error)) from None
        self._workers.wake()
        return self._answer(begun, 202, {"Location": f"{REJUDGINGS}/{begun.id}"})

    def page(
        self,
        request: Request,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        problem: ProblemName = None,
    ) -> Response:
        """List rejudgings, the newest first."""
        bounds = caller_of(request.scope, Scope.ADMIN).bounds
        asked = bounds.problems if problem is None else [problem] if bounds.shows(problem) else []
        found = (
            [] if asked is not None and not asked else self._rejudgings.page(limit, *asked or ())
        )
        return json_answer(RejudgingList.of(found))

    def one(self, request: Request, id: Id) -> Response:  # noqa: A002 - the name in the path
        """Return the preview: verdicts before by verdicts now, and what would change."""
        return self._answer(self._asked(request, id))

    def stop(self, request: Request, id: Id, _nothing: Nothing) -> Response:  # noqa: A002 - likewise
        """Leave out what waits; what is judged again already stays."""
        found, _ = self._changed(request, id, self._rejudgings.stop)
        return self._answer(found)

    def resume(self, request: Request, id: Id, _nothing: Nothing) -> Response:  # noqa: A002 - likewise
        """Go on with what was stopped."""
        found, _ = self._changed(request, id, self._rejudgings.resume)
        self._workers.wake()
        return self._answer(found)

    def apply(self, request: Request, id: Id, _nothing: Nothing) -> Response:  # noqa: A002 - likewise
        """Give each submission of `changes` its new report; both are kept."""
        found, changed = self._changed(request, id, self._rejudgings.apply)
        return self._answer(found, changed=changed)

    def reports(self, request: Request, id: Id, submission: SubmissionId) -> Response:  # noqa: A002 - likewise
        """Return both reports of a submission, unshortened: they are the host's."""
        found = self._rejudgings.reports(self._asked(request, id).id, submission)
        if found is None:
            raise HTTPException(404, "no such submission in this rejudging")
        return json_answer(RejudgedReports.of(found))

    def _changed(
        self, request: Request, id_: str, change: Callable[[str], int]
    ) -> tuple[Rejudging, int]:
        """Change a rejudging; return it as it is then, and how many submissions that changed."""
        asked = self._asked(request, id_)
        caller_of(request.scope, Scope.ADMIN).require(asked.problem)
        try:
            count = change(asked.id)
        except UsageError as error:
            raise HTTPException(409, str(error)) from None
        return self._asked(request, id_), count

    def _asked(self, request: Request, id_: str) -> Rejudging:
        caller = caller_of(request.scope, Scope.ADMIN)
        found = self._rejudgings.find(id_)
        if found is None or not caller.bounds.shows(found.problem):
            raise HTTPException(404, "there is no such rejudging")
        return found

    def _answer(
        self,
        rejudging: Rejudging,
        status: int = 200,
        headers: dict[str, str] | None = None,
        *,
        changed: int | None = None,
    ) -> Response:
        preview = self._rejudgings.preview(rejudging.id)
        return json_answer(RejudgingAnswer.of(rejudging, preview, changed), status, headers)
