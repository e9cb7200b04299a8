"""Builds the report of one submission from what judging and measuring found."""

from collections.abc import Sequence
from typing import Any

from judge import __version__
from judge.judging import Budget, CaseResult, Cost, Findings, Leak, Smallest, Trial, case_limit
from judge.kinds import Conclusion, kind_of
from judge.measurement import Measured
from judge.notes import Note
from judge.problems import Case, Corpus, Group
from judge.records import replace
from judge.reports.excerpt import Excerpt
from judge.reports.figures import ladder_of, memory_of, mend_of, runtime_of, time_growth_of
from judge.reports.report import (
    Cases,
    CostlyCase,
    Failure,
    GroupCount,
    Isolation,
    Limits,
    Memory,
    Played,
    ProblemRef,
    Report,
    SubmissionRef,
)
from judge.submission import SourceFault
from judge.values import Interface
from judge.verdict import Verdict
from sandbox import Limit, Printed

#: What a report keeps of the prints on one case: half of it from their start, half from their end.
STDOUT_BYTES = 8 * 1024

#: Groups of cases that no corpus holds.
BESIDE = (Group.LIVE, Group.MET)
MET_BEFORE = Note(
    code="met_before",
    message="an earlier submission of yours has failed on this input: what was met once is played "
    "first; --fresh leaves it out",
)
SHALLOW = Note(
    code="shallow_recursion",
    message="recursion is less deep on this host than the judge promises, so a RecursionError or a "
    "crash may not be the program's fault; `judge doctor` tells more",
)


def build_report(trial: Trial, findings: Findings, measured: Measured) -> Report:
    """Return the report; `measured` is empty where nothing was measured."""
    failure: Failure | None = None
    if findings.failed is not None:
        failure = _failure(
            trial.problem.interface, *findings.failed, findings.smallest, findings.leak
        )
        failure = replace(failure, hidden=findings.hidden)
        if failure.whole_run:
            failure = replace(failure, costly=_costly(trial.problem.interface, findings))
    verdict = findings.verdict
    cases = _cases(findings)
    return Report(
        problem=ProblemRef(slug=trial.problem.slug, version=trial.problem.version),
        submission=_submission(trial),
        verdict=verdict,
        summary=_summary(verdict, failure, cases, findings.conclusion),
        cases=cases,
        failure=failure,
        notes=[
            *findings.notes,
            *_met(failure),
            *_concluded(findings),
            *measured.notes,
            *_host_notes(trial, failure),
            *_filled(trial),
        ],
        runtime=runtime_of(measured),
        ladder=ladder_of(measured),
        mend=mend_of(findings),
        growth=time_growth_of(measured),
        memory=memory_of(findings, measured),
        limits=_limits(trial, findings.corpus, findings.failed, close_call=findings.close_call),
        isolation=_isolation(trial),
        judge_version=__version__,
        stdout=_sample_prints(findings) if verdict is Verdict.ACCEPTED else "",
        extras={**findings.extras, **(findings.conclusion.extras if findings.conclusion else {})},
    )


def unreadable_report(trial: Trial, fault: SourceFault) -> Report:
    """Return the CE report for a source that cannot be decoded, or is too large."""
    verdict = Verdict.DOES_NOT_LOAD
    return _caseless(trial, verdict, fault.message, fault.line, fault.column, hidden=False)


def internal_report(trial: Trial, error: Exception) -> Report:
    """Return the IE report for a failure of the judge or of the package."""
    return _caseless(trial, Verdict.INTERNAL_ERROR, str(error), hidden=True)


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


def _caseless(
    trial: Trial,
    verdict: Verdict,
    message: str,
    line: int | None = None,
    column: int | None = None,
    *,
    hidden: bool,
) -> Report:
    failure = caseless_failure(verdict, message, line, column, hidden=hidden)
    none = Cases(total=0, passed=0, groups={})
    return Report(
        problem=ProblemRef(slug=trial.problem.slug, version=trial.problem.version),
        submission=_submission(trial),
        verdict=verdict,
        summary=_summary(verdict, failure, none),
        cases=none,
        failure=failure,
        memory=Memory(peak_bytes=None, method="none"),
        limits=_limits_of(trial, case_limit(trial.problem, None)),
        isolation=_isolation(trial),
        judge_version=__version__,
    )


def _filled(trial: Trial) -> list[Note]:
    """Say that memory was full of what earlier calls had left, and that it did not count."""
    if not trial.filled:
        return []
    return [
        Note(
            code="memory_kept",
            message=f"after {max(trial.filled):,} cases in one program its memory was full; the "
            "next case alone stayed below the limit, so judging went on in fresh programs. "
            "Something is kept from call to call: a cache on a method, say, keeps every object",
        )
    ]


def _met(failure: Failure | None) -> list[Note]:
    return [MET_BEFORE] if failure is not None and failure.group == Group.MET else []


def _concluded(findings: Findings) -> Sequence[Note]:
    return findings.conclusion.notes if findings.conclusion is not None else ()


def _host_notes(trial: Trial, failure: Failure | None) -> list[Note]:
    """Say that this host may be the reason for a failure, where recursion is less deep."""
    lost = "deep recursion" in trial.sandbox.missing
    if lost and failure is not None and failure.flags == [Verdict.RUN_TIME_ERROR]:
        return [SHALLOW]
    return []


def _isolation(trial: Trial) -> Isolation:
    return Isolation(tier=trial.sandbox.tier.value, missing=list(trial.sandbox.missing))


def _submission(trial: Trial) -> SubmissionRef:
    source = trial.submission
    return SubmissionRef(
        language=source.language,
        sha256=source.sha256,
        bytes=len(source.source),
        language_version=trial.sandbox.version,
    )


def _cases(findings: Findings) -> Cases:
    groups = {}
    cases = findings.corpus.cases
    for group in Group:
        total = sum(1 for case in cases if case.group == group)
        if total:
            groups[group.value] = GroupCount(total=total, passed=findings.passed.get(group, 0))
    if findings.live_tried:
        lost = 1 if findings.failed is not None and findings.failed[0].group == Group.LIVE else 0
        live = GroupCount(total=findings.live_tried, passed=findings.live_tried - lost)
        groups[Group.LIVE.value] = live
    met = groups.get(Group.MET.value, GroupCount(total=0, passed=0))
    passed = sum(findings.passed.values()) - met.passed
    return Cases(total=len(cases) - met.total, passed=passed, groups=groups)


def _summary(
    verdict: Verdict, failure: Failure | None, cases: Cases, conclusion: Conclusion | None = None
) -> str:
    if conclusion is not None and conclusion.summary:
        return conclusion.summary
    if failure is None:
        live = cases.groups.get("live")
        more = f" and {live.total} fresh ones" if live is not None else ""
        return f"accepted: all {cases.total} cases{more} passed"
    return failure_summary(verdict, failure)


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


def _limits(
    trial: Trial, corpus: Corpus, failed: tuple[Case, CaseResult] | None, *, close_call: bool
) -> Limits:
    if failed is not None:
        limit = failed[1].outcome.limit
    else:
        slowest = max((case.reference_cpu_seconds or 0.0 for case in corpus.cases), default=0.0)
        limit = case_limit(trial.problem, slowest)
    budget = Budget.of(trial.problem, corpus)
    return _limits_of(trial, limit, budget, close_call=close_call)


def _limits_of(
    trial: Trial, limit: Limit, budget: Budget | None = None, *, close_call: bool = False
) -> Limits:
    least = case_limit(trial.problem, None)
    return Limits(
        cpu_seconds=limit.cpu_seconds,
        wall_seconds=limit.wall_seconds,
        memory_bytes=trial.problem.memory_bytes,
        output_bytes=trial.sandbox.policy.printed_bytes,
        close_call=close_call,
        least_cpu_seconds=least.cpu_seconds,
        least_wall_seconds=least.wall_seconds,
        run_cpu_seconds=budget.cpu_seconds if budget is not None else None,
        run_wall_seconds=budget.wall_seconds if budget is not None else None,
    )


def _costly(interface: Interface, findings: Findings) -> list[CostlyCase]:
    """Return the cases that took most of the time that fired; none where it was no time."""
    assert findings.failed is not None  # the caller has looked
    clock = findings.failed[1].clock
    dearest = findings.costs.dearest(clock) if clock is not None else []
    return [_costly_case(interface, cost) for cost in dearest]


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


def _failure(
    interface: Interface,
    case: Case,
    result: CaseResult,
    smallest: Smallest | None,
    leak: Leak | None,
) -> Failure:
    """Describe the failing case, or the smallest one that was found for it."""
    shown_case, shown_result = (
        (smallest.case, smallest.result) if smallest is not None else (case, result)
    )
    outcome = shown_result.outcome
    raised = outcome.raised
    excerpt = Excerpt(interface)
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
        stdout=prints(outcome.printed)[0],
        stdout_left_out=prints(outcome.printed)[1],
        stdout_loading=prints(outcome.printed_loading)[0],
        whole_run=shown_result.whole_run,
        index=case.index if whole and case.group not in BESIDE else None,
        passes_alone=leak is not None or shown_result.passes_alone,
    )


def _sample_prints(findings: Findings) -> str:
    """Return what was printed while loading and on the samples, one after the other."""
    texts = [prints(printed)[0].encode("utf-8", "replace") for printed in findings.sample_prints]
    text = b"".join(texts)
    return prints(Printed(text, b"", len(text)))[0]


def prints(printed: Printed) -> tuple[str, int]:
    """Return prints as text, and the number of bytes left out of their middle.

    The text is hostile: `escape` makes it safe.
    """
    first, last = printed.first, printed.last
    if printed.total == len(first + last):
        first, last = first + last, b""
    if printed.total <= STDOUT_BYTES:
        return first.decode("utf-8", "backslashreplace"), 0
    half = STDOUT_BYTES // 2
    first, last = first[:half], (last or first)[-half:]
    left = printed.total - len(first) - len(last)
    texts = [part.decode("utf-8", "backslashreplace") for part in (first, last)]
    return f"\n... {left:,} more bytes ...\n".join(texts), left


def played(
    interface: Interface, group: str, given: Any, expected: Any, result: CaseResult
) -> Played:
    """Return one input of `judge run` with both answers."""
    outcome = result.outcome
    excerpt = Excerpt(interface)
    excerpt.note_data_files(given, "arguments")
    expected = excerpt.value(expected, "expected")
    actual = excerpt.value(excerpt.answer(outcome), "actual")
    return Played(
        group=group,
        arguments=given,
        expected=expected,
        actual=actual,
        verdict=result.verdict,
        message=result.message,
        exception=result.exception,
        stdout=prints(outcome.printed)[0],
        stdout_left_out=prints(outcome.printed)[1],
        stdout_loading=prints(outcome.printed_loading)[0],
        cpu_seconds=outcome.cpu_seconds,
        cut=excerpt.cut,
        call=result.call,
        message_by=result.message_by,
    )


def played_fault(group: str, given: Any, expected: Any, fault: SourceFault) -> Played:
    """Return one input that could not be played since the source is no text."""
    verdict = Verdict.DOES_NOT_LOAD
    return Played(group, given, expected, None, verdict, fault.message, None, "", 0.0)
