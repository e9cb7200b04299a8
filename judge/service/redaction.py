"""What a report shows of hidden cases, as the host has set it.

Whatever a submission can put into words may carry an input out: not only the arguments, also
what it printed, the exception it raised, even its type and its line.
"""

from dataclasses import replace

from judge.reports import Failure, Report
from judge.service.settings import Hidden


def shown(report: Report, hidden: Hidden) -> Report:
    """Return the report as a client of this host may see it; samples are no secret."""
    failure = report.failure
    if failure is None or hidden is Hidden.FULL or failure.group == "sample":
        return report
    if hidden is Hidden.COUNTEREXAMPLE and failure.minimal:
        # Made smaller here: no case of the package, and what was printed may hold other inputs.
        return replace(report, failure=replace(failure, stdout=""), extras={})
    bare = Failure(
        group=failure.group, arguments=None, expected=None, actual=None,
        message="this host does not show hidden cases", clock=failure.clock, flags=failure.flags,
    )  # fmt: skip
    summary = f"{report.verdict.words}: on a hidden case ({failure.group})"
    return replace(report, failure=bare, summary=summary, notes=[], extras={})
