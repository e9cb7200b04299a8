"""Play a submission on its whole corpus: small cases here, large ones in a thread of their own."""

from collections.abc import Callable, Generator
from dataclasses import replace

from judge import events
from judge.execution import Player
from judge.judging.findings import HASH_ORDER, Findings, load_notes
from judge.judging.large_cases import Beside, Result
from judge.judging.limits import Budget, case_limit
from judge.judging.retry import is_near, judged_with_care, look_again
from judge.judging.trial import Trial
from judge.kinds import Look
from judge.problems import Group


def play_corpus(
    trial: Trial, findings: Findings, when_idle: Callable[[], None]
) -> Generator[events.Event, None, None]:
    """Play all samples, then up to the first failing case of the corpus's order.

    `when_idle` is called once nothing is left but waiting for the large cases.
    """
    cases = findings.corpus.cases
    large = [case for case in cases if case.group == Group.SCALE]
    small = [case for case in cases if case.group != Group.SCALE]
    budget = Budget.of(trial.problem, findings.corpus)
    with trial.player() as player, Beside(trial, large) as beside:
        beside.start()
        for done, case in enumerate(small, 1):
            if findings.is_over() and case.group != Group.SAMPLE:
                break
            limit = case_limit(trial.problem, case.reference_cpu_seconds)
            judged = trial.judged(player, case, limit)
            result = Result(case, judged, player.cpu_seconds, player.wall_seconds)
            passed = _take(trial, findings, result, budget)
            if not passed and judged.outcome.stage == "load":
                findings.stopped = True
                break
            yield events.CaseJudged(case.group, case.index, passed, done, len(cases))
        if findings.failed is None and Look.AGAIN in findings.kind.looks:
            _ask_again(trial, findings, player)
        if not findings.is_over():
            when_idle()
            yield events.SmallPassed(len(small), len(cases))
            for done, found in enumerate(beside, len(small) + 1):
                result = replace(
                    found,
                    cpu_seconds=found.cpu_seconds + player.cpu_seconds,
                    wall_seconds=found.wall_seconds + player.wall_seconds,
                )
                passed, case = _take(trial, findings, result, budget), found.case
                yield events.CaseJudged(case.group, case.index, passed, done, len(cases))
                if findings.is_over():
                    break
        # Told before the programs are seen to end, which takes some milliseconds.
        yield events.CorpusVerdict(findings.verdict)
    peaks = [one.peak_bytes for one in (player, beside.player) if one.peak_bytes is not None]
    findings.peak_bytes, findings.memory_method = max(peaks, default=None), player.memory_method
    findings.notes += load_notes(player.loaded)


def _ask_again(trial: Trial, findings: Findings, player: Player) -> None:
    """Play the samples once more in the same program: it must not remember that it was asked.

    No other input of a corpus comes twice, and what is kept for an input would never be met again.
    """
    for case in [case for case in findings.corpus.cases if case.group == Group.SAMPLE]:
        judged, close = judged_with_care(trial, player, case)
        findings.close_call |= close
        if not judged.passed:
            findings.take_back(case, judged)
            return


def _take(trial: Trial, findings: Findings, result: Result, budget: Budget) -> bool:
    """Take in a case that was played; whether it passed, after a second look where needed."""
    case, judged = result.case, result.judged
    if is_near(judged) and Look.NEAR in findings.kind.looks:
        judged, close = look_again(trial, case, judged)
        findings.close_call |= close
    judged = budget.held(judged, result.cpu_seconds, result.wall_seconds)
    findings.take(case, judged)
    return judged.passed


def play_reseeded(trial: Trial, findings: Findings) -> None:
    """Play the small cases under the second hash seed: no answer may depend on set order."""
    budget = Budget.of(trial.problem, findings.corpus)
    other = replace(trial, sandbox=trial.sandboxes.reseeded(trial.language))
    with other.player() as player:
        for case in findings.corpus.cases:
            if case.group == Group.SCALE:
                continue
            result, close = judged_with_care(other, player, case)
            findings.close_call |= close
            result = budget.held(result, player.cpu_seconds, player.wall_seconds)
            if not result.passed:
                findings.take_back(case, result)
                if not result.whole_run:
                    findings.notes.append(HASH_ORDER)
                break
    findings.saw_peak(player.peak_bytes)
