"""`--format=line`: one `file:line:column: CODE message` line that editors' error lists read."""

from judge.cli.render.input import call_lines, input_line
from judge.reports import Failure, Report
from judge.values import Interface, escape


def report_line(report: Report, file: str, interface: Interface | None = None) -> str:
    """Return a report as exactly one line. Where no line of the source is to blame, it is 1:1.

    It holds the failing input if that is short, else its size. `interface` is None where the
    problem is not known here.
    """
    line, column = report.failure.place if report.failure is not None else (None, None)
    place = f"{escape(file, 4_096)}:{max(1, line or 1)}:{max(1, column or 1)}"
    return f"{place}: {report.verdict} {report_words(report, interface)}"


def report_words(report: Report, interface: Interface | None = None) -> str:
    """Return what a report concludes, with the failing input or its size, in one safe line."""
    failure = report.failure
    words = "" if failure is None else _failing(report, failure, interface)
    return words or escape(report.summary, 500)


def _failing(report: Report, failure: Failure, interface: Interface | None) -> str:
    """Return verdict, input and message; empty if the failure is not what the report concludes."""
    given = input_line(failure, interface)
    if not given or failure.message not in report.summary:
        return ""
    calls = call_lines(failure, interface)
    after = f" after {calls[0]}" if calls else ""
    return f"{report.verdict.words}: {given}{after}: {escape(failure.message, 500)}"
