"""Views: what the page draws of reports, made from what this host shows of them."""

from collections.abc import Sequence
from typing import Any

from judge.errors import ProblemError, UsageError
from judge.problems import CachedCatalog, Problem
from judge.reports import Played, Report
from judge.service.presentation.report_text import Writing
from judge.service.submissions.dispatcher import Dispatcher
from judge.storage import KeptSource, Row
from judge.submission import Submission


class Views:
    """Finds what a report is about, and has it written for people. Any thread may call it."""

    def __init__(self, catalog: CachedCatalog, dispatcher: Dispatcher, writing: Writing) -> None:
        self._catalog = catalog
        self._dispatcher = dispatcher
        self._writing = writing

    def text(self, row: Row, report: Report, width: int, *, ascii_only: bool) -> str:
        """Return the report of a submission in lines."""
        problem, submission = self._subject(row, report)
        return self._writing.report(report, problem, submission, width, ascii_only=ascii_only)

    def view(self, row: Row, report: Report | None) -> dict[str, Any] | None:
        """Return what the page draws of a report, which is one that may be shown as it is."""
        return None if report is None else self._writing.view(report, *self._subject(row, report))

    def run_text(
        self,
        played: Sequence[Played],
        problem: Problem,
        submission: Submission,
        width: int,
        *,
        ascii_only: bool,
    ) -> str:
        """Return the inputs of a run in lines."""
        return self._writing.run(played, problem, submission, width, ascii_only=ascii_only)

    def played(
        self, played: Sequence[Played], problem: Problem, submission: Submission
    ) -> list[dict[str, Any]]:
        """Return what the page draws of each input of a run."""
        return [self._writing.played_view(one, problem, submission) for one in played]

    def _subject(self, row: Row, report: Report) -> tuple[Problem | None, Submission]:
        kept = self._dispatcher.source(row) or KeptSource(b"", report.submission.language)
        submission = Submission(kept.source, row.file or f"{row.problem}.py", kept.language)
        try:
            return self._catalog.get(row.problem), submission
        except (UsageError, ProblemError):
            return None, submission
