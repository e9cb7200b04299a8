"""Play a submission on its whole corpus: small cases here, large ones in a second thread."""

from collections.abc import Callable, Generator, Iterator, Sequence

from judge import events
from judge.execution import Player
from judge.judging.findings import Findings, load_notes
from judge.judging.large_cases import LargeCases
from judge.judging.limits import Budget
from judge.judging.lockstep import PlayedCase
from judge.judging.reseeded import Reseeded
from judge.judging.retry import judge_with_care, look_again
from judge.judging.trial import Trial
from judge.judging.volley import play_in_volleys
from judge.kinds import Look
from judge.problems import Case, Group
from judge.records import replace


def play_corpus(
    trial: Trial, findings: Findings, reseeded: Reseeded, when_idle: Callable[[], None]
) -> Generator[events.Event, None, None]:
    """Play all samples, then the other cases up to the first failure, in the order of the corpus.

    Once only the large cases are left to wait for, `when_idle` is called, and `reseeded` plays.
    """
    corpus = findings.corpus
    cases, small, large = corpus.cases, corpus.small(), corpus.large()
    budget = Budget.of(trial.problem, corpus)
    with trial.player() as player, LargeCases(trial, large, reseeded.play_while) as large_cases:
        large_cases.start()
        wanted = _wanted(findings, small, large_cases, reseeded)
        for done, played in enumerate(play_in_volleys(trial, player, wanted), 1):
            case = played.case
            if case.group != Group.SAMPLE and findings.is_over():
                break
            passed = _record(trial, findings, played, budget)
            _keep_prints(findings, player)
            if not passed and played.result.outcome.stage == "load":
                findings.stopped = True
                break
            yield events.CaseJudged(case.group, case.index, passed, done, len(cases))
        if findings.failed is None and Look.AGAIN in findings.kind.looks:
            _replay_samples(trial, findings, player)
        if not findings.is_over():
            when_idle()
            yield events.SmallPassed(len(small), len(cases))
            for done, large_case in enumerate(large_cases, len(small) + 1):
                played = replace(
                    large_case,
                    cpu_seconds=large_case.cpu_seconds + player.cpu_seconds,
                    wall_seconds=large_case.wall_seconds + player.wall_seconds,
                )
                passed, case = _record(trial, findings, played, budget), played.case
                yield events.CaseJudged(case.group, case.index, passed, done, len(cases))
                if findings.is_over():
                    break
        # Before the programs end, which takes a few milliseconds.
        yield events.CorpusVerdict(findings.verdict)
    peaks = [one.peak_bytes for one in (player, large_cases.player) if one.peak_bytes is not None]
    findings.peak_bytes, findings.memory_method = max(peaks, default=None), player.memory_method
    findings.notes += load_notes(player.loaded)


def _wanted(
    findings: Findings, small: Sequence[Case], large_cases: LargeCases, reseeded: Reseeded
) -> Iterator[Case]:
    """Yield the samples, then the other small cases while judging goes on, beside the large."""
    for number, case in enumerate(small):
        if case.group != Group.SAMPLE:
            if findings.is_over():
                return
            large_cases.release()
        if number == len(small) // 2 and findings.failed is None:
            # Few submissions fail later than here.
            reseeded.prepare()
        yield case


def _keep_prints(findings: Findings, player: Player) -> None:
    """Keep what was printed while loading and on a sample, unless a hidden case may be in it."""
    if not findings.met_hidden:
        findings.sample_prints += [] if findings.sample_prints else [player.printed_loading]
        findings.sample_prints.append(player.take_printed())


def _replay_samples(trial: Trial, findings: Findings, player: Player) -> None:
    """Play the samples again in the same program, which must not answer from memory.

    No other input of a corpus occurs twice, so without this a remembered answer would go unnoticed.
    """
    for case in findings.corpus.samples():
        result, close = judge_with_care(trial, player, case)
        findings.close_call |= close
        if not result.passed:
            findings.take_back(case, result, hidden=findings.met_hidden)
            return


def _record(trial: Trial, findings: Findings, played: PlayedCase, budget: Budget) -> bool:
    """Record a case, after a retry if one is due; return whether it passed."""
    case, result = played.case, played.result
    if Look.NEAR in findings.kind.looks:
        result, close = look_again(trial, case, result)
        findings.close_call |= close
    findings.costs.add(case, result.outcome)
    result = budget.enforce(result, played.cpu_seconds, played.wall_seconds)
    if played.had_passed and not result.passed:
        findings.take_back(case, result, hidden=findings.met_hidden)
    else:
        findings.take(case, result)
    return result.passed
