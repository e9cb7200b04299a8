"""Play a case again before its verdict is final: near a limit, or out of memory."""

from judge.execution import Player, reference_answer
from judge.judging.decision import CaseResult
from judge.judging.limits import case_limit
from judge.judging.trial import Trial
from judge.problems import Case
from judge.records import replace
from judge.verdict import Verdict

#: A case that takes more than this share of its CPU limit is timed again. If it takes as much a
#: second time, it is too close to call, and accepted.
NEAR = 0.85


def is_near(result: CaseResult) -> bool:
    """Whether a case came near its CPU limit, or failed."""
    outcome = result.outcome
    return not result.passed or outcome.cpu_seconds > NEAR * outcome.limit.cpu_seconds


def look_again(trial: Trial, case: Case, result: CaseResult) -> tuple[CaseResult, bool]:
    """Return the result after a retry, if one is due, and whether it was a close call."""
    if result.passed:
        return result, is_near(result) and is_near(trial.judge_alone(case, result.outcome.limit))
    if result.verdict is Verdict.TIME_LIMIT_EXCEEDED and result.outcome.stage == "call":
        return _time_again(trial, case, result)
    if result.verdict is Verdict.RUN_TIME_ERROR and result.outcome.memory_error:
        return _memory_again(trial, case, result), False
    return result, False


def judge_with_care(trial: Trial, player: Player, case: Case) -> tuple[CaseResult, bool]:
    """Judge one case under its own limit, and again if it came near; see `look_again`."""
    result = trial.judge(player, case, case_limit(trial.problem, case.reference_cpu_seconds))
    return look_again(trial, case, result)


def _time_again(trial: Trial, case: Case, result: CaseResult) -> tuple[CaseResult, bool]:
    """Time the reference on this case again; if that raises the limit, retry under the new one.

    A machine that has become slower since the corpus was built must not turn AC into TLE.
    """
    with trial.reference() as reference:
        seconds = max(
            reference_answer(trial.problem, reference, case.arguments_json).cpu_seconds or 0.0
            for _ in range(2)
        )
    limit = case_limit(trial.problem, seconds)
    if limit.cpu_seconds <= result.outcome.limit.cpu_seconds * 1.05:
        return result, False
    again = trial.judge_alone(case, limit)
    return again, again.passed


def _memory_again(trial: Trial, case: Case, result: CaseResult) -> CaseResult:
    """Play under a larger cap, to distinguish a failed allocation from `raise MemoryError`."""
    with replace(trial, sandbox=trial.sandboxes.wider(trial.language)).player() as player:
        again = player.play(case.arguments_json, result.outcome.limit)
        player.close()
        peak = player.peak_bytes
    cap = trial.problem.memory_bytes
    if again.refused_bytes or (peak is not None and peak > cap):
        message = f"it needs more than the memory limit of {cap} bytes"
        return CaseResult(Verdict.MEMORY_LIMIT_EXCEEDED, message, result.outcome)
    return result
