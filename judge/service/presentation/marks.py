"""Marks: the line of a file that is to blame, and what an editor shows there."""

from judge import reports
from judge.errors import ProblemError, UsageError
from judge.problems import CachedCatalog
from judge.records import dataclass
from judge.reports import Report
from judge.service.presentation.report_text import WriteMark
from judge.service.schemas.submissions import Mark
from judge.values import Interface
from judge.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Marks:
    """Makes the marks of reports. Any thread may ask."""

    catalog: CachedCatalog
    write: WriteMark

    def of(self, report: Report, source: bytes) -> Mark | None:
        """Return the mark of a report; None for an accepted submission.

        Where the report blames no line it stands at the entry, if the source is kept.
        """
        if report.verdict is Verdict.ACCEPTED:
            return None
        interface = self._interface(report.problem.slug)
        line, column = report.failure.place if report.failure is not None else (None, None)
        if line is None and interface is not None:
            lines = source.decode("utf-8", "replace").splitlines()
            line = reports.entry_line(lines, interface.names)
        return Mark(line=line, column=column, message=self.write(report, interface))

    def _interface(self, slug: str) -> Interface | None:
        try:
            return self.catalog.get(slug).interface
        except (UsageError, ProblemError):
            return None
