"""Say of a case that went over a limit how deep it recursed, and at which line.

A program that raises its recursion limit and recurses without end has no line to tell: it fills its
memory or its stack, or unwinding takes longer than it is given. So such a case is played once more,
in a program whose limit stays low.
"""

from judge.judging.decision import CaseResult
from judge.judging.findings import Findings
from judge.judging.trial import Trial
from judge.problems import Case
from judge.records import replace
from judge.values import RaisedInfo
from judge.verdict import Verdict
from sandbox import Limit

#: How deep a program may recurse when it is played again, by the bytes of its arguments: first more
#: than a right solution needs, or as deep as any may without asking; then, on tiny arguments, so
#: little that copies made in each call fit.
DEPTHS = ((512, (10_000, 1_000)), (4_096, (10_000,)), (None, (100_000,)))
#: A line that was told from less deep is the whole story.
DEEP = 10_000
#: Endless recursion gets so deep long before.
MOST = Limit(cpu_seconds=2.0, wall_seconds=5.0)
#: Without this word in its source, only memory runs out before the limit is met.
RAISES = b"setrecursionlimit"


def tell_depth(trial: Trial, findings: Findings) -> None:
    """Complete the failure that was found, as `with_depth` does."""
    smallest = findings.smallest
    if smallest is not None:
        result = with_depth(trial, smallest.case, smallest.result)
        findings.smallest = replace(smallest, result=result)
    elif findings.failed is not None:
        case, result = findings.failed
        findings.failed = case, with_depth(trial, case, result)


def with_depth(trial: Trial, case: Case, result: CaseResult) -> CaseResult:
    """Return the result with depth and line, if the case recurses deeply; its verdict stays."""
    outcome = result.outcome
    if result.whole_run or not _may_be_deep(trial, result):
        return result
    for depth in _depths(case):
        raised = _raised_at(trial, case, depth, outcome.limit)
        if raised is not None:
            at = f" at line {raised.line}" if raised.line else ""
            message = f"{result.message}; it was over {raised.depth:,} calls deep{at}"
            return replace(result, message=message, outcome=replace(outcome, raised=raised))
    return result


def _depths(case: Case) -> tuple[int, ...]:
    size = len(case.arguments_json)
    return next(depths for most, depths in DEPTHS if most is None or size <= most)


def _raised_at(trial: Trial, case: Case, depth: int, limit: Limit) -> RaisedInfo | None:
    """Return the RecursionError that the case ends in where it may recurse so deep."""
    limit = Limit(
        min(limit.cpu_seconds, MOST.cpu_seconds), min(limit.wall_seconds, MOST.wall_seconds)
    )
    with trial.player(recursion=depth) as player:
        raised = trial.judge(player, case, limit).outcome.raised
    return raised if raised and raised.type == "RecursionError" and raised.depth else None


def _may_be_deep(trial: Trial, result: CaseResult) -> bool:
    raised = result.outcome.raised
    if result.verdict is Verdict.RUN_TIME_ERROR:  # a crash: its exception would have told all
        return raised is None and RAISES in trial.submission.source
    if raised is not None and (raised.depth or 0) < DEEP:
        return False
    if result.verdict is Verdict.TIME_LIMIT_EXCEEDED:
        return RAISES in trial.submission.source
    return result.verdict is Verdict.MEMORY_LIMIT_EXCEEDED
