"""Builds the report of one submission from what judging and measuring found."""

from collections.abc import Sequence

from judge import __version__
from judge.judging import Budget, CaseResult, Findings, Trial, case_limit
from judge.kinds import Conclusion
from judge.measurement import Measured
from judge.notes import Note
from judge.problems import Case, Corpus, Group
from judge.reports.failures import caseless_failure, failure_of, failure_summary
from judge.reports.figures import ladder_of, memory_of, mend_of, runtime_of, time_growth_of
from judge.reports.prints import prints
from judge.reports.report import (
    Cases,
    Failure,
    GroupCount,
    Isolation,
    Limits,
    Memory,
    ProblemRef,
    Report,
    SubmissionRef,
)
from judge.submission import SourceFault
from judge.verdict import Verdict
from sandbox import Limit, Printed

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
    failure = failure_of(trial.problem.interface, findings)
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


def _sample_prints(findings: Findings) -> str:
    """Return what was printed while loading and on the samples, one after the other."""
    texts = [prints(printed)[0].encode("utf-8", "replace") for printed in findings.sample_prints]
    text = b"".join(texts)
    return prints(Printed(text, b"", len(text)))[0]
