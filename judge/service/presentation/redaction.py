"""Removes from reports and events what this host does not show of hidden cases.

A submission can carry a hidden input out in any text of its own: not only in the arguments, also
in what it printed and in the exception it raised, even in the exception's type and line. Of what it
says only this is shown: what it said in a program that had met samples at most.

At `verdict` also every number that a submission can choose is left out, so that the report of a
failure depends on nothing but verdict, flags and clock. SECURITY.md says what these can still tell.
"""

from judge.records import replace
from judge.reports import (
    Cases,
    Failure,
    GroupCount,
    Limits,
    Report,
    failure_summary,
    read_report,
    to_json,
)
from judge.service.settings import Hidden
from judge.service.workers.messages import KNOWN, WorkerMessage
from judge.verdict import Verdict

NOT_SHOWN = "this host does not show hidden cases"
SAMPLE = "sample"
#: What is said at `verdict` before the report: fields by event. None depends on the submission.
PLAIN_EVENTS = {"building": (), "started": ("slug", "tier")}


def redact(report: Report, hidden: Hidden) -> Report:
    """Return the report as a client of this host may see it; samples are never hidden."""
    match hidden:
        case Hidden.FULL:
            return report
        case Hidden.COUNTEREXAMPLE:
            return _with_counterexample(report)
        case Hidden.VERDICT:
            return _with_verdict(report)


def redact_event(message: WorkerMessage, hidden: Hidden) -> WorkerMessage | None:
    """Return an event as a client of this host may see it; None if it is not sent.

    The moment of an event tells something too: at `verdict` none is sent while cases are played.
    """
    if hidden is Hidden.COUNTEREXAMPLE and message.name == KNOWN:
        report = redact(read_report(message.data["report"]), hidden)
        return replace(message, data={"report": to_json(report)})
    if hidden is not Hidden.VERDICT:
        return message
    if message.name not in PLAIN_EVENTS:
        return None
    kept = {name: message.data[name] for name in PLAIN_EVENTS[message.name] if name in message.data}
    return replace(message, data=kept)


def _with_counterexample(report: Report) -> Report:
    """Keep a failure that was made smaller here and played alone, and all figures."""
    failure = report.failure
    if report.verdict is Verdict.ACCEPTED or (failure is not None and not failure.hidden):
        return report
    notes = [note for note in report.notes if note.by == "judge"]
    if failure is not None and failure.minimal:
        # Not a case of the package; but prints and earlier calls may be of others.
        shown = replace(failure, stdout="", stdout_left_out=0, stdout_loading="", calls=None)
        return replace(report, failure=shown, notes=notes, extras={})
    bare = None if failure is None else _bare(failure, failure.group)
    return replace(report, failure=bare, summary=_words(report), notes=notes, extras={})


def _with_verdict(report: Report) -> Report:
    """Keep what verdict, flags and clock of a hidden failure decide, and a failure of a sample."""
    failure = report.failure
    shown = failure is not None and not failure.hidden
    told = shown and not _went_on(report)
    if failure is not None and not shown:
        failure = _bare(failure, "hidden")
    return replace(
        report,
        summary=failure_summary(report.verdict, failure) if failure and shown else _words(report),
        cases=_totals(report, shown=shown),
        failure=failure,
        notes=[note for note in report.notes if told and note.by == "submission"],
        runtime=None,
        growth=None,
        memory=None,
        limits=_least(report.limits),
        ladder=None,
        mend=None,
        stdout="",
        extras={},
    )


def _went_on(report: Report) -> bool:
    """Whether hidden cases were played behind a sample that failed: notes may tell of them."""
    groups = report.cases.groups.items()
    return any(count.passed for name, count in groups if name != SAMPLE)


def _bare(failure: Failure, group: str) -> Failure:
    return Failure(
        group=group,
        arguments=None,
        expected=None,
        actual=None,
        message=NOT_SHOWN,
        clock=failure.clock,
        flags=failure.flags,
    )


def _least(limits: Limits | None) -> Limits | None:
    """Return the limits of the smallest cases: the deciding case's would tell which it is."""
    if limits is None or limits.least_cpu_seconds is None or limits.least_wall_seconds is None:
        return None
    return replace(
        limits,
        cpu_seconds=limits.least_cpu_seconds,
        wall_seconds=limits.least_wall_seconds,
        close_call=False,
    )


def _words(report: Report) -> str:
    """Return the summary in words that depend on the verdict alone."""
    if report.verdict is Verdict.ACCEPTED:
        return f"accepted: all {report.cases.total} cases passed"
    if report.verdict is Verdict.INTERNAL_ERROR:
        return "internal error: the judge failed, not the submission; the server's log says why"
    return f"{report.verdict.words}: {NOT_SHOWN}"


def _totals(report: Report, *, shown: bool) -> Cases:
    """Count what passed only where that is no choice of the submission's.

    All samples have passed in their first round unless one is shown, and fresh inputs are tried up
    to the first failure.
    """
    accepted = report.verdict is Verdict.ACCEPTED
    groups = {}
    for name, count in report.cases.groups.items():
        if name == SAMPLE and shown:
            groups[name] = count
        elif name != "live":
            passed = count.total if accepted or name == SAMPLE else 0
            groups[name] = GroupCount(total=count.total, passed=passed)
    passed = report.cases.passed if accepted else 0
    return Cases(total=report.cases.total, passed=passed, groups=groups)
