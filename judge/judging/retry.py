"""What is played twice before it is believed: cases near a limit, and refused memory."""

from dataclasses import replace

from judge.execution import Player, reference_answer
from judge.judging.decision import CaseResult
from judge.judging.limits import case_limit
from judge.judging.trial import Trial
from judge.problems import Case
from judge.verdict import Verdict

#: A case that takes more than this part of its CPU limit is timed again: what stays there is
#: too close to call, and accepted. The limit itself is the far end of that zone.
NEAR = 0.85


def is_near(judged: CaseResult) -> bool:
    """Whether a case came near its CPU limit, or passed it."""
    outcome = judged.outcome
    return not judged.passed or outcome.cpu_seconds > NEAR * outcome.limit.cpu_seconds


def look_again(trial: Trial, case: Case, judged: CaseResult) -> tuple[CaseResult, bool]:
    """Return the case judged with care, and whether it was close to a limit."""
    if judged.passed:
        return judged, is_near(judged) and is_near(trial.alone(case, judged.outcome.limit))
    if judged.verdict is Verdict.TIME_LIMIT_EXCEEDED and judged.outcome.stage == "call":
        return _time_again(trial, case, judged)
    if judged.verdict is Verdict.RUN_TIME_ERROR and judged.outcome.memory_error:
        return _memory_again(trial, case, judged), False
    return judged, False


def judged_with_care(trial: Trial, player: Player, case: Case) -> tuple[CaseResult, bool]:
    """Play one case under its own limit, and once more where that is near; see `look_again`."""
    judged = trial.judged(player, case, case_limit(trial.problem, case.reference_cpu_seconds))
    return look_again(trial, case, judged) if is_near(judged) else (judged, False)


def _time_again(trial: Trial, case: Case, judged: CaseResult) -> tuple[CaseResult, bool]:
    """Time the reference on this case now; a limit that this raises is tried once more.

    A machine that has become slower since the corpus was built must not turn AC into TLE.
    """
    with trial.reference() as reference:
        seconds = max(
            reference_answer(trial.problem, reference, case.arguments_json).cpu_seconds or 0.0
            for _ in range(2)
        )
    limit = case_limit(trial.problem, seconds)
    if limit.cpu_seconds <= judged.outcome.limit.cpu_seconds * 1.05:
        return judged, False
    again = trial.alone(case, limit)
    return again, again.passed


def _memory_again(trial: Trial, case: Case, judged: CaseResult) -> CaseResult:
    """Tell a refused allocation from `raise MemoryError`: play under a larger cap and count."""
    with replace(trial, sandbox=trial.sandboxes.wider(trial.language)).player() as player:
        again = player.play(case.arguments_json, judged.outcome.limit)
        player.close()
        peak = player.peak_bytes
    cap = trial.problem.memory_bytes
    if again.refused_bytes or (peak is not None and peak > cap):
        message = f"it needs more than the memory limit of {cap} bytes"
        return CaseResult(Verdict.MEMORY_LIMIT_EXCEEDED, message, judged.outcome)
    return judged
