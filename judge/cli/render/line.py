"""`--format=line`: one `file:line:column: CODE message` line that editors' error lists read."""

from judge.reports import Report
from judge.values import escape


def report_line(report: Report, file: str) -> str:
    """Return a report as exactly one line. Where no line of the source is to blame, it is 1:1."""
    failure = report.failure
    line = column = None
    if failure is not None:
        line, column = failure.line, failure.column
        if line is None and failure.exception is not None:
            line = failure.exception.line
    place = f"{escape(file, 4_096)}:{max(1, line or 1)}:{max(1, column or 1)}"
    return f"{place}: {report.verdict} {escape(report.summary, 500)}"
