"""Find out why a case fails that passes when it is played alone: state, or chance."""

import time

from judge.judging.changing_reference import trust_reference
from judge.judging.decision import CaseResult
from judge.judging.limits import case_limit
from judge.judging.trial import Trial
from judge.problems import Case, Group
from judge.records import dataclass, replace
from judge.values import show
from judge.verdict import SHRUNK, Verdict
from sandbox import Limit

#: How many earlier cases to try, nearest first.
LEAK_CASES = 400
#: Further seeds of `random` under which a case is played, to see whether its answer changes.
SEEDS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Leak:
    """The earlier case that alone makes a later one fail."""

    earlier: Case


@dataclass(frozen=True, slots=True)
class Alone:
    """What was found by playing a failing case in fresh programs.

    `result` has the sentence that was found, if one was: about chance, or that the case passes
    alone. `fails`: it fails alone, so a smaller input may be looked for.
    """

    result: CaseResult
    fails: bool = False
    by_chance: bool = False
    leak: Leak | None = None
    guard_fired: bool = False


def examine(
    trial: Trial, earlier: list[Case], case: Case, result: CaseResult, limit: Limit
) -> Alone:
    """Say whether a failing case fails alone, hangs on chance, or on the state of an earlier case.

    State is blamed only where an earlier case makes it fail again, in fresh programs and under
    other seeds of `random`. Raises `ProblemError` if it is the reference whose answers change.
    Bounded by a number of cases; the guard in seconds is for a submission that is slow on purpose.
    """
    if not earlier:
        return Alone(result, fails=True)
    alone = trial.judge_alone(case, limit)
    if not alone.passed:
        return Alone(result, fails=True)
    trust_reference(trial, case)
    passes, by_chance = PASSES_ALONE, ""
    if result.verdict in SHRUNK:
        by_chance = chance(trial, case, alone, limit)
        large = case.group == Group.SCALE
        before = [one for one in earlier if (one.group == Group.SCALE) is large]
        again = _after(trial, before, case, limit)
        if not by_chance and not again.passed:
            by_chance = _differing(again, _after(trial, before, case, limit, seed=SEEDS[0]))
            passes = f"alone it passes; it fails after the {len(before):,} inputs before it"
    if by_chance:
        return Alone(_passing(result, by_chance), by_chance=True)
    deadline = time.monotonic() + trial.settings.guard_seconds
    # If the same input came before, its answer was most likely remembered.
    suspects = [one for one in earlier if one.arguments_text == case.arguments_text]
    suspects += [one for one in reversed(earlier) if one.arguments_text != case.arguments_text]
    for other in suspects[:LEAK_CASES]:
        if time.monotonic() > deadline:
            return Alone(_passing(result, passes), guard_fired=True)
        again = _after(trial, [other], case, limit)
        if again.passed:
            continue
        differing = _differing(again, _after(trial, [other], case, limit, seed=SEEDS[0]))
        if result.verdict in SHRUNK and differing:
            return Alone(_passing(result, differing), by_chance=True)
        return Alone(result, leak=Leak(other))
    return Alone(_passing(result, passes))


PASSES_ALONE = "alone it passes, and no single earlier call was found that makes it fail"


def chance(trial: Trial, case: Case, result: CaseResult, limit: Limit) -> str:
    """Return the sentence on an answer that changes with the seed of `random`, or by itself.

    `result` is what the case gave alone under the first seed. Empty if the answer stays the same.
    """
    for seed in SEEDS:
        words = _differing(result, trial.judge_alone(case, limit, seed=seed))
        if words:
            return words
    return ""


def passing_alone(
    trial: Trial, case: Case, result: CaseResult, alone: CaseResult, limit: Limit
) -> CaseResult:
    """Return the result of a case that passed alone, with the reason if it is chance."""
    return _passing(result, chance(trial, case, alone, limit) or PASSES_ALONE)


def random_result(trial: Trial, case: Case, result: CaseResult, limit: Limit) -> CaseResult:
    """Return the result of a case that fails alone, with the sentence on chance if it is due."""
    if result.verdict not in SHRUNK:
        return result
    return _because(result, _differing(result, trial.judge_alone(case, limit, seed=SEEDS[0])))


_ANSWERED = {Verdict.ACCEPTED, *SHRUNK}


def _after(trial: Trial, before: list[Case], case: Case, limit: Limit, seed: int = 0) -> CaseResult:
    with trial.player(seed=seed) as player:
        for other in before:
            trial.judge(player, other, case_limit(trial.problem, other.reference_cpu_seconds))
        return trial.judge(player, case, limit)


def _differing(one: CaseResult, other: CaseResult) -> str:
    """Return the sentence on two results of one input; empty where they do not differ.

    Two right answers may differ where many are right.
    """
    if one.verdict not in _ANSWERED or other.verdict not in _ANSWERED:
        return ""
    texts = _given(one), _given(other)
    if texts[0] == texts[1] or (one.passed and other.passed):
        return ""
    return f"the answer is random: the same input gave {texts[0]}, then {texts[1]}"


def _given(result: CaseResult) -> str:
    raised = result.outcome.raised
    return raised.type[:80] if raised is not None else show(result.outcome.answer)


def _passing(result: CaseResult, words: str) -> CaseResult:
    return replace(_because(result, words), passes_alone=True)


def _because(result: CaseResult, words: str) -> CaseResult:
    return replace(result, message=f"{result.message}; {words}") if words else result
