"""The whole road on one page: submission, problem, cases, sandbox, check, verdict, report.

This module orders the steps; how each works is its own module's business.
"""

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

from judge import events, reporting
from judge.corpus import Case, Corpus, Group
from judge.counterexample import Smallest, search_live, shrink
from judge.deciding import Judged, decide
from judge.limits import case_limit, total_cpu
from judge.playing import Player
from judge.preparing import open_sandbox, ready_corpus, reference_answer, wire
from judge.problem import Problem
from judge.report import Failure, Note, Report
from judge.second_look import Leak, Trial, find_leak, look_again
from judge.settings import Settings
from judge.submission import Submission, source_fault
from judge.verdict import Verdict


@dataclass
class Progress:
    """What is known so far of one submission; becomes a report at the end."""

    corpus: Corpus
    passed: dict[str, int] = field(default_factory=dict)
    played: list[Case] = field(default_factory=list)
    failed: tuple[Case, Judged] | None = None
    leak: Leak | None = None
    smallest: Smallest | None = None
    notes: list[Note] = field(default_factory=list)
    close_call: bool = False
    live_tried: int = 0
    peak_bytes: int | None = None

    def count(self, case: Case) -> None:
        self.passed[case.group] = self.passed.get(case.group, 0) + 1

    @property
    def verdict(self) -> Verdict:
        return self.failed[1].verdict if self.failed is not None else Verdict.ACCEPTED


def judge(submission: Submission, problem: Problem, settings: Settings) -> Iterator[events.Event]:
    """Judge a submission: yield what happens, and last `Finished` with the report.

    Raises `JudgeError` for the author's and the host's failures, never for the submission's.
    """
    fault = source_fault(submission.source)
    with open_sandbox(problem, settings) as sandbox:
        trial = Trial(problem, submission, sandbox, settings)
        if fault is not None:
            yield events.Finished(reporting.unreadable(trial, fault))
            return
        corpus = yield from ready_corpus(problem, settings, sandbox)
        yield events.Started(problem.slug, len(corpus.cases), sandbox.tier.value)
        progress = Progress(corpus)
        with trial.player() as player:
            yield from _play_corpus(trial, player, progress)
        progress.peak_bytes = player.peak_bytes
        yield events.CorpusVerdict(progress.verdict)
        yield from _look_further(trial, progress)
        yield events.Finished(_report(trial, player, progress))


def _play_corpus(
    trial: Trial, player: Player, progress: Progress
) -> Generator[events.Event, None, None]:
    """Play the corpus in order: all samples, then up to the first failing case."""
    cases = progress.corpus.cases
    budget = total_cpu(trial.problem, sum(c.reference_cpu_seconds or 0.0 for c in cases))
    for done, case in enumerate(cases, 1):
        if progress.failed is not None and case.group != Group.SAMPLE:
            return
        limit = case_limit(trial.problem, case.reference_cpu_seconds)
        judged = trial.judged(player, case, limit)
        if not judged.passed:
            judged, close = look_again(trial, case, judged)
            progress.close_call |= close
        if judged.passed and player.cpu_seconds > budget:
            judged = reporting.over_budget(judged, budget)
        if judged.passed:
            progress.count(case)
        elif progress.failed is None:
            progress.failed = (case, judged)
            if judged.outcome.stage == "load":
                return
        if progress.failed is None:
            progress.played.append(case)
        yield events.CaseJudged(case.group, case.index, judged.passed, done, len(cases))


def _look_further(trial: Trial, progress: Progress) -> Generator[events.Event, None, None]:
    """Search for a live failure of what passed; make the counterexample of what failed small."""
    if progress.failed is None:
        total = trial.settings.search_examples
        yield events.Searching(0, total)
        found = search_live(trial, _seed(trial), progress.notes)
        progress.live_tried = found.tried
        if found.case is not None and found.judged is not None:
            progress.failed = (found.case, found.judged)
            progress.smallest, progress.leak = found.smallest, found.leak
        yield events.Searching(found.tried, total)
        return
    case, judged = progress.failed
    if judged.verdict not in (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR):
        return
    if judged.outcome.stage == "load":
        return
    limit = case_limit(trial.problem, case.reference_cpu_seconds)
    progress.leak = find_leak(trial, progress.played, case, limit)
    if progress.leak is not None:
        return
    yield events.Shrinking(0)
    progress.smallest = shrink(trial, case, judged, progress.notes)
    if progress.smallest is not None:
        yield events.Shrinking(progress.smallest.calls)


def _seed(trial: Trial) -> int:
    """Return the search's seed: the source, the problem version and the host's key decide it."""
    parts = (trial.settings.key.encode(), trial.problem.version.encode(), trial.submission.source)
    digest = hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts))
    return int.from_bytes(digest.digest()[:8], "big")


def _report(trial: Trial, player: Player, progress: Progress) -> Report:
    failure: Failure | None = None
    if progress.failed is not None:
        case, judged = progress.failed
        failure = reporting.failure(trial, case, judged, progress.smallest, progress.leak)
    return reporting.report(
        trial,
        corpus=progress.corpus,
        passed=progress.passed,
        failed=progress.failed,
        failure=failure,
        notes=[*reporting.load_notes(player.loaded), *progress.notes],
        live_tried=progress.live_tried,
        peak=(progress.peak_bytes, player.usages[-1].memory_method if player.usages else "none"),
        close_call=progress.close_call,
    )


def run(
    submission: Submission,
    problem: Problem,
    settings: Settings,
    arguments: dict[str, Any] | None = None,
) -> Iterator[events.Played]:
    """Play the samples, or one input of the user's own, beside the reference.

    Raises `UsageError` when the input lies outside the problem's constraints.
    """
    inputs = (
        [("own", arguments)]
        if arguments is not None
        else [(Group.SAMPLE.value, s.arguments) for s in problem.samples]
    )
    fault = source_fault(submission.source)
    with open_sandbox(problem, settings) as sandbox:
        trial = Trial(problem, submission, sandbox, settings)
        with trial.player() as player, trial.reference() as reference:
            for group, given in inputs:
                sent = wire(problem, given)
                expected, seconds = reference_answer(problem, reference, sent)
                if fault is not None:
                    yield reporting.played_fault(group, given, expected, fault)
                    continue
                outcome = player.play(sent, case_limit(problem, seconds))
                judged = decide(problem, lambda g=given: g, expected, outcome)
                printed = outcome.printed + player.take_printed()
                yield reporting.played(group, given, expected, judged, printed)
