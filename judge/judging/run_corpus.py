"""Plays a submission on its whole corpus: the small cases here, the large ones beside them."""

from collections.abc import Callable, Generator
from dataclasses import replace

from judge import events
from judge.execution import Player
from judge.judging.findings import Seen, load_notes
from judge.judging.large_cases import Beside, Result
from judge.judging.limits import Budget, case_limit
from judge.judging.retry import is_near, judged_with_care, look_again
from judge.judging.trial import Trial
from judge.problems import Group


def play_corpus(
    trial: Trial, seen: Seen, when_idle: Callable[[], None]
) -> Generator[events.Event, None, None]:
    """Play all samples, then up to the first failing case of the corpus's order.

    `when_idle` is called once nothing is left but waiting for the large cases.
    """
    cases = seen.corpus.cases
    large = [case for case in cases if case.group == Group.SCALE]
    small = [case for case in cases if case.group != Group.SCALE]
    budget = Budget.of(trial.problem, seen.corpus)
    with trial.player() as player, Beside(trial, large) as beside:
        beside.start()
        for done, case in enumerate(small, 1):
            if seen.failed is not None and case.group != Group.SAMPLE:
                break
            limit = case_limit(trial.problem, case.reference_cpu_seconds)
            judged = trial.judged(player, case, limit)
            result = Result(case, judged, player.cpu_seconds, player.wall_seconds)
            passed = _take(trial, seen, result, budget)
            if not passed and judged.outcome.stage == "load":
                break
            yield events.CaseJudged(case.group, case.index, passed, done, len(cases))
        if seen.failed is None:
            _ask_again(trial, seen, player)
        if seen.failed is None:
            when_idle()
            yield events.SmallPassed(len(small), len(cases))
            for done, found in enumerate(beside, len(small) + 1):
                result = replace(
                    found,
                    cpu_seconds=found.cpu_seconds + player.cpu_seconds,
                    wall_seconds=found.wall_seconds + player.wall_seconds,
                )
                passed, case = _take(trial, seen, result, budget), found.case
                yield events.CaseJudged(case.group, case.index, passed, done, len(cases))
                if not passed:
                    break
        # Told before the programs are seen to end, which takes some milliseconds.
        yield events.CorpusVerdict(seen.verdict)
    peaks = [one.peak_bytes for one in (player, beside.player) if one.peak_bytes is not None]
    seen.peak_bytes, seen.memory_method = max(peaks, default=None), player.memory_method
    seen.notes += load_notes(player.loaded)


def _ask_again(trial: Trial, seen: Seen, player: Player) -> None:
    """Play the samples once more in the same program: it must not remember that it was asked.

    No other input of a corpus comes twice, and what is kept for an input would never be met again.
    """
    for case in [case for case in seen.corpus.cases if case.group == Group.SAMPLE]:
        judged, close = judged_with_care(trial, player, case)
        seen.close_call |= close
        if not judged.passed:
            seen.take_back(case, judged)
            return


def _take(trial: Trial, seen: Seen, result: Result, budget: Budget) -> bool:
    """Take in a case that was played; whether it passed, after a second look where needed."""
    case, judged = result.case, result.judged
    if is_near(judged):
        judged, close = look_again(trial, case, judged)
        seen.close_call |= close
    judged = budget.held(judged, result.cpu_seconds, result.wall_seconds)
    if judged.passed:
        seen.count(case)
    elif seen.failed is None:
        seen.failed = (case, judged)
    if seen.failed is None:
        seen.played.append(case)
    return judged.passed
