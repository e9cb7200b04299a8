"""`/v1/results`: what all candidates have reached, for the host and nobody else."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from judge import storage
from judge.service.access.callers import Caller, caller_of
from judge.service.access.errors import error_shapes
from judge.service.histories.readings import Readings
from judge.service.presentation.report_text import wants_text
from judge.service.routes.answers import json_answer
from judge.service.routes.headers import KNOWN_ONLY, AcceptTable
from judge.service.schemas.page import ResultsAnswer, ResultView
from judge.storage import Database, Scope
from judge.values import escape

CSV = "text/csv"
MOST_NAME = 64


class ResultRoutes:
    """A host's table of results."""

    def __init__(self, database: Database, readings: Readings) -> None:
        self._database = database
        self._readings = readings

    def router(self) -> APIRouter:
        """Return the route."""
        router = APIRouter(prefix="/v1", tags=["hosts"], dependencies=[KNOWN_ONLY])
        router.add_api_route(
            "/results",
            self.results,
            operation_id="results",
            response_model=ResultsAnswer,
            responses={
                200: {"content": {CSV: {"schema": {"type": "string"}}}},
                **error_shapes(401, 403, 422, 429, 500, 503),
            },
        )
        return router

    async def results(self, request: Request, accept: AcceptTable = "") -> Response:
        """Show what each candidate has reached on each problem; as CSV for spreadsheets, too."""
        caller = caller_of(request.scope, Scope.ADMIN)
        rows = await self._readings.do(caller.owner, lambda: self._rows(caller))
        headers = {"Vary": "Accept"}
        if not wants_text(accept, CSV):
            found = [ResultView.model_validate(row) for row in rows]
            return json_answer(ResultsAnswer(results=found), 200, headers)
        headers["Content-Disposition"] = 'attachment; filename="results.csv"'
        text = storage.results_csv(rows)
        return Response(text.encode("utf-8", "backslashreplace"), 200, headers, CSV)

    def _rows(self, caller: Caller) -> list[storage.ResultRow]:
        return [
            {**row, "candidate": escape(row["candidate"], MOST_NAME)}
            for row in storage.result_rows(self._database)
            if caller.bounds.shows(row["problem"])
        ]
