"""Removes from a report what this host does not show of hidden cases.

A submission can carry a hidden input out in any text of its own: not only in the arguments, also
in what it printed and in the exception it raised, even in the exception's type and line.
"""

from dataclasses import replace

from judge.reports import Failure, Report
from judge.service.settings import Hidden


def redact(report: Report, hidden: Hidden) -> Report:
    """Return the report as a client of this host may see it; samples are never hidden."""
    failure = report.failure
    if failure is None or hidden is Hidden.FULL or failure.group == "sample":
        return report
    if hidden is Hidden.COUNTEREXAMPLE and failure.minimal:
        # Made smaller here, so not a case of the package; but prints may hold other inputs.
        return replace(report, failure=replace(failure, stdout=""), extras={})
    bare = Failure(
        group=failure.group,
        arguments=None,
        expected=None,
        actual=None,
        message="this host does not show hidden cases",
        clock=failure.clock,
        flags=failure.flags,
    )
    summary = f"{report.verdict.words}: on a hidden case ({failure.group})"
    return replace(report, failure=bare, summary=summary, notes=[], extras={})
