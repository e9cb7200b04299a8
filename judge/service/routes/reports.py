"""`/v1/submissions/{id}`: what became of a submission, as JSON, as text and as a test."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge import reports
from judge.problems import CachedCatalog, Problem
from judge.records import replace
from judge.reports import Report
from judge.service.access.callers import caller_of
from judge.service.access.errors import RETRY_AFTER, error_shapes
from judge.service.access.rate_limits import RateLimits
from judge.service.presentation.report_text import (
    TEXT,
    USUAL_WIDTH,
    wants_text,
)
from judge.service.routes.answers import find_problem, json_answer, known_row, try_again
from judge.service.routes.headers import (
    KNOWN_ONLY,
    LONGEST_WAIT_SECONDS,
    PREFERENCE_APPLIED,
    Accept,
    Ascii,
    Id,
    Prefer,
    View,
    Width,
    preferred_wait,
)
from judge.service.routes.runs import gone
from judge.service.schemas.submissions import SourceAnswer, SubmissionState
from judge.service.submissions.dispatcher import Dispatcher
from judge.service.submissions.runs import Runs
from judge.service.submissions.views import Views
from judge.storage import KeptSource, Row, Scope, Status
from judge.submission import Submission

#: Stands for the client's own.
FOLDER = Path("/nowhere")
PYTHON = "text/x-python"
NOT_OVER = {
    Status.QUEUED: "waits to be judged",
    Status.RUNNING: "is being judged",
    Status.CANCELLED: "was cancelled",
}

File = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=255,
        pattern=r"^[^/\\\x00]+$",
        description="the submission's file, in the folder of the test; its own name by default",
        examples=["lca.py"],
    ),
]


class ReportRoutes:
    """What became of a submission, for its owner."""

    def __init__(
        self,
        catalog: CachedCatalog,
        dispatcher: Dispatcher,
        runs: Runs,
        limits: RateLimits,
        views: Views,
    ) -> None:
        self._catalog = catalog
        self._dispatcher = dispatcher
        self._runs = runs
        self._limits = limits
        self._views = views

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["submissions"], dependencies=[KNOWN_ONLY])
        known = error_shapes(401, 403, 404, 422, 429, 500, 503)
        add, text = router.add_api_route, {"schema": {"type": "string"}}
        add(
            "/submissions/{id}",
            self.one,
            operation_id="one_submission",
            response_model=SubmissionState,
            responses={
                200: {"headers": {**RETRY_AFTER, **PREFERENCE_APPLIED}, "content": {TEXT: text}},
                **known,
            },
        )
        add(
            "/submissions/{id}/source",
            self.source,
            operation_id="source",
            response_model=SourceAnswer,
            responses=known,
        )
        add(
            "/submissions/{id}/pytest",
            self.pytest,
            operation_id="pytest",
            response_class=Response,
            responses={200: {"content": {PYTHON: text}}, **known, **error_shapes(409)},
        )
        return router

    async def one(
        self,
        request: Request,
        id: Id,  # noqa: A002 - the contract's name
        accept: Accept = "",
        prefer: Prefer = "",
        width: Width = USUAL_WIDTH,
        ascii: Ascii = False,  # noqa: A002 - likewise
        view: View = None,
    ) -> Response:
        """Show where a submission is, and its report once it is done; as text for people, too."""
        row = await known_row(self._dispatcher, id, caller_of(request.scope, Scope.READ))
        asked = preferred_wait(prefer)
        if asked is not None:
            row = await self._dispatcher.wait(row, asked)
        headers = {} if row.status.over else {"Retry-After": "1"}
        if asked is not None:
            headers["Preference-Applied"] = f"wait={asked}"
        headers["Vary"] = "Accept"
        if not wants_text(accept):
            state = await self._dispatcher.state(row)
            if view is not None:
                drawn = await run_in_threadpool(self._views.view, row, state.report)
                state = state.model_copy(update={"view": drawn})
            return json_answer(state, 200, headers)
        text = await run_in_threadpool(self._text, row, width, ascii_only=ascii)
        # Escaped as it is, it may hold a lone surrogate of a file's name.
        return Response(text.encode("utf-8", "backslashreplace"), 200, headers, TEXT)

    def _text(self, row: Row, width: int, *, ascii_only: bool) -> str:
        report = self._dispatcher.report(row)
        if report is None:
            return f"{row.problem} {NOT_OVER.get(row.status, 'has no report')}\n"
        return self._views.text(row, report, width, ascii_only=ascii_only)

    async def source(self, request: Request, id: Id) -> Response:  # noqa: A002 - likewise
        """Give back the source as it was handed in, where this host keeps it."""
        row = await known_row(self._dispatcher, id, caller_of(request.scope, Scope.READ))
        kept = await run_in_threadpool(self._source, row)
        text = kept.source.decode("utf-8", "surrogateescape")
        return json_answer(SourceAnswer(source=text, language=kept.language))

    async def pytest(
        self,
        request: Request,
        id: Id,  # noqa: A002 - likewise
        file: File = None,
    ) -> Response:
        """Write the input that fails as a test, to be run under a debugger beside the file."""
        # Its source is loaded for it, in a sandbox, as a run is.
        caller = caller_of(request.scope, Scope.SUBMIT)
        row = await known_row(self._dispatcher, id, caller)
        report = await run_in_threadpool(self._dispatcher.report, row)
        if report is None:
            raise HTTPException(409, f"{row.problem} {NOT_OVER.get(row.status, 'has no report')}")
        reason = reports.unwritable(report)
        if reason:
            raise HTTPException(409, f"there is no test to write: {reason}")
        kept = await run_in_threadpool(self._source, row)
        problem = await run_in_threadpool(find_problem, self._catalog, row.problem)
        refused = problem.kind.refuses.get("replay")
        if refused is not None:
            raise HTTPException(409, f"there is no test to write: {refused}")
        if "judge.head" in request.scope:
            return Response(media_type=PYTHON)
        if not caller.local:
            await run_in_threadpool(self._limits.work, caller.owner)
        name = file or row.file or f"{row.problem.replace('-', '_')}.py"
        submission = Submission(kept.source, name, kept.language)
        entry = await self._entry(request, row.owner, submission, problem)
        text = await run_in_threadpool(_test, problem, submission, entry, report)
        return Response(text, media_type=PYTHON)

    async def _entry(
        self, request: Request, owner: str, submission: Submission, problem: Problem
    ) -> str:
        work = self._runs.find_entry(owner, submission, problem)
        try:
            in_time = await work.wait(LONGEST_WAIT_SECONDS, gone(request))
        finally:
            self._runs.runner.cancel(work)
        entry = work.future.result() if in_time else None
        if entry is None:
            raise try_again("the source was not loaded in time")
        return entry

    def _source(self, row: Row) -> KeptSource:
        kept = self._dispatcher.source(row)
        if kept is None:
            raise HTTPException(404, "this host has not kept the source of this submission")
        return kept


def _test(problem: Problem, submission: Submission, entry: str, report: Report) -> str:
    # Where the client puts both is not known here, but that they lie side by side.
    beside = replace(submission, name=str(FOLDER / submission.name))
    return reports.pytest_file(problem, beside, entry, report, FOLDER / "test.py")
