"""Builds the report of one submission from what judging and measuring found."""

from dataclasses import replace
from typing import Any

from judge import __version__
from judge.judging import CaseResult, Findings, Leak, Smallest, Trial, case_limit
from judge.kinds import Conclusion
from judge.measurement import Measured
from judge.notes import Note
from judge.problems import Case, Corpus, Group
from judge.reports.excerpt import Excerpt
from judge.reports.figures import ladder_of, memory_of, runtime_of, time_growth_of
from judge.reports.report import (
    Cases,
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
from sandbox import Limit

#: What a report keeps of the submission's own prints on the failing case.
STDOUT_CHARACTERS = 8 * 1024

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
    verdict = findings.verdict
    cases = _cases(findings)
    return Report(
        problem=ProblemRef(slug=trial.problem.slug, version=trial.problem.version),
        submission=_submission(trial),
        verdict=verdict,
        summary=_summary(verdict, failure, cases, findings.conclusion),
        cases=cases,
        failure=failure,
        notes=[*findings.notes, *measured.notes, *_depth_notes(trial, failure)],
        runtime=runtime_of(measured),
        ladder=ladder_of(measured),
        growth=time_growth_of(measured),
        memory=memory_of(findings, measured),
        limits=_limits(trial, findings.corpus, findings.failed, close_call=findings.close_call),
        isolation=_isolation(trial),
        judge_version=__version__,
        stdout=prints(findings.sample_prints) if verdict is Verdict.ACCEPTED else "",
        extras=dict(findings.conclusion.extras) if findings.conclusion is not None else {},
    )


def unreadable_report(trial: Trial, fault: SourceFault) -> Report:
    """Return the CE report for a source that cannot be decoded, or is too large."""
    verdict = Verdict.DOES_NOT_LOAD
    return _caseless(trial, verdict, fault.message, fault.line, fault.column, hidden=False)


def internal_report(trial: Trial, error: Exception) -> Report:
    """Return the IE report for a failure of the judge or of the package."""
    return _caseless(trial, Verdict.INTERNAL_ERROR, str(error), hidden=True)


def _caseless(
    trial: Trial,
    verdict: Verdict,
    message: str,
    line: int | None = None,
    column: int | None = None,
    *,
    hidden: bool,
) -> Report:
    failure = Failure(
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


def _depth_notes(trial: Trial, failure: Failure | None) -> list[Note]:
    """Say that this host may be the reason for a failure, where recursion is less deep."""
    lost = "deep recursion" in trial.sandbox.missing
    if lost and failure is not None and failure.flags == [Verdict.RUN_TIME_ERROR]:
        return [SHALLOW]
    return []


def _isolation(trial: Trial) -> Isolation:
    return Isolation(tier=trial.sandbox.tier.value, missing=list(trial.sandbox.missing))


def _submission(trial: Trial) -> SubmissionRef:
    source = trial.submission
    return SubmissionRef(language=source.language, sha256=source.sha256, bytes=len(source.source))


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
    return Cases(total=len(cases), passed=sum(findings.passed.values()), groups=groups)


def _summary(
    verdict: Verdict, failure: Failure | None, cases: Cases, conclusion: Conclusion | None = None
) -> str:
    if conclusion is not None:
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
    leak = (
        "; alone it passes: state is left behind by an earlier call" if failure.state_leak else ""
    )
    where = f"{'an' if failure.group == Group.EDGE else 'a'} {failure.group} case"
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
    return _limits_of(trial, limit, close_call=close_call)


def _limits_of(trial: Trial, limit: Limit, *, close_call: bool = False) -> Limits:
    least = case_limit(trial.problem, None)
    return Limits(
        cpu_seconds=limit.cpu_seconds,
        wall_seconds=limit.wall_seconds,
        memory_bytes=trial.problem.memory_bytes,
        output_bytes=trial.sandbox.policy.printed_bytes,
        close_call=close_call,
        least_cpu_seconds=least.cpu_seconds,
        least_wall_seconds=least.wall_seconds,
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
    if outcome.stage != "load":
        answer = excerpt.results(outcome)
        values = excerpt.case(shown_case.arguments, shown_case.expected, answer, shown_result.call)
    calls = None
    if leak is not None and leak.earlier is not None:
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
        size=case.size if smallest is None else None,
        line=raised.line if raised is not None else None,
        column=raised.column if raised is not None else None,
        state_leak=leak is not None,
        calls=calls,
        stdout=prints(outcome.printed),
    )


def prints(printed: bytes) -> str:
    """Return the submission's prints as text. It is hostile: `safe` escapes it."""
    text = printed.decode("utf-8", "backslashreplace")
    if len(text) <= STDOUT_CHARACTERS:
        return text
    more = len(text) - STDOUT_CHARACTERS
    return f"{text[:STDOUT_CHARACTERS]}\n... ({more} more characters)"


def played(
    interface: Interface, group: str, given: Any, expected: Any, result: CaseResult, printed: bytes
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
        stdout=prints(printed),
        cpu_seconds=outcome.cpu_seconds,
        cut=excerpt.cut,
        call=result.call,
        message_by=result.message_by,
    )


def played_fault(group: str, given: Any, expected: Any, fault: SourceFault) -> Played:
    """Return one input that could not be played since the source is no text."""
    verdict = Verdict.DOES_NOT_LOAD
    return Played(group, given, expected, None, verdict, fault.message, None, "", 0.0)
