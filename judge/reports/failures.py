"""The failure of a report: what is shown of the case that failed, and its sentence."""

from typing import Any

from judge.judging import Cost, Findings
from judge.kinds import kind_of
from judge.problems import Group
from judge.reports.excerpt import Excerpt
from judge.reports.prints import prints
from judge.reports.report import CostlyCase, Failure
from judge.values import Interface
from judge.verdict import Verdict

#: Groups of cases that no corpus holds.
BESIDE = (Group.LIVE, Group.MET)


def failure_of(interface: Interface, findings: Findings) -> Failure | None:
    """Describe the failing case, or the smallest one that was found for it; None if none fails."""
    if findings.failed is None:
        return None
    case, result = findings.failed
    smallest, leak = findings.smallest, findings.leak
    shown_case, shown_result = (
        (smallest.case, smallest.result) if smallest is not None else (case, result)
    )
    outcome = shown_result.outcome
    raised = outcome.raised
    excerpt = Excerpt(interface)
    stdout, left_out = prints(outcome.printed)
    values: tuple[Any, Any, Any] = (None, None, None)
    if outcome.stage != "load" and not shown_result.whole_run:
        answer = excerpt.results(outcome)
        shown = kind_of(interface).shown(shown_case.arguments, outcome.figures or {})
        values = excerpt.case(shown, shown_case.expected, answer, shown_result.call)
    whole = smallest is None and not result.whole_run
    calls = None
    if leak is not None:
        both = enumerate((leak.earlier.arguments, case.arguments))
        calls = [excerpt.arguments(given, f"calls.{place}") for place, given in both]
    costly: list[CostlyCase] = []
    if shown_result.whole_run and result.clock is not None:
        costly = [_costly_case(interface, cost) for cost in findings.costs.dearest(result.clock)]
    return Failure(
        group=case.group.value,
        arguments=values[0],
        expected=values[1],
        actual=values[2],
        message=shown_result.message,
        minimal=smallest is not None and smallest.minimal,
        exception=shown_result.exception,
        clock=shown_result.clock,
        flags=[shown_result.verdict],
        cut=excerpt.cut,
        call=shown_result.call,
        message_by=shown_result.message_by,
        size=case.size if whole else None,
        line=raised.line if raised is not None else None,
        column=raised.column if raised is not None else None,
        state_leak=leak is not None,
        calls=calls,
        stdout=stdout,
        stdout_left_out=left_out,
        stdout_loading=prints(outcome.printed_loading)[0],
        whole_run=shown_result.whole_run,
        index=case.index if whole and case.group not in BESIDE else None,
        passes_alone=leak is not None or shown_result.passes_alone,
        hidden=findings.hidden,
        costly=costly,
    )


def _costly_case(interface: Interface, cost: Cost) -> CostlyCase:
    excerpt = Excerpt(interface)
    arguments = excerpt.short(cost.case.arguments)
    return CostlyCase(
        group=cost.case.group.value,
        index=cost.case.index,
        size=cost.case.size,
        cpu_seconds=round(cost.cpu_seconds, 6),
        wall_seconds=round(cost.wall_seconds, 6),
        reference_cpu_seconds=cost.case.reference_cpu_seconds,
        arguments=arguments,
        cut=excerpt.cut,
    )


def caseless_failure(
    verdict: Verdict,
    message: str,
    line: int | None = None,
    column: int | None = None,
    *,
    hidden: bool,
) -> Failure:
    """Return a failure that came before any case was played."""
    return Failure(
        group=Group.SAMPLE.value,
        arguments=None,
        expected=None,
        actual=None,
        message=message,
        flags=[verdict],
        line=line,
        column=column,
        hidden=hidden,
    )


def failure_summary(verdict: Verdict, failure: Failure) -> str:
    """Say in one sentence what failed, and where."""
    if verdict is Verdict.DOES_NOT_LOAD:
        return f"does not load: {failure.message}"
    if verdict is Verdict.INTERNAL_ERROR:
        return f"the judge failed, not the submission: {failure.message}"
    if failure.whole_run:
        return f"{verdict.words}: {failure.message}"
    leak = (
        "; alone it passes: state is left behind by an earlier call" if failure.state_leak else ""
    )
    where = f"{'an' if failure.group == Group.EDGE else 'a'} {failure.group} case"
    if failure.group == Group.MET:
        where = "an input that was met before"
    size = f" of size {failure.size}" if failure.size is not None else ""
    return f"{verdict.words} on {where}{size}: {failure.message}{leak}"
