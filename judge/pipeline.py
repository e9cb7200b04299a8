"""The whole road on one page: submission, problem, cases, sandbox, check, verdict, report.

This module orders the steps; how each works is its own module's business.
"""

import hashlib
import logging
import os
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from judge import events, reports
from judge.errors import JudgeError
from judge.execution import Sandboxes, reference_answer
from judge.judging import (
    ANSWERS_BYTES,
    HASH_ORDER,
    LEAK_GUARD,
    LONG_ANSWER,
    Budget,
    Seen,
    Trial,
    case_limit,
    decide,
    find_leak,
    judged_with_care,
    kept_corpus,
    play_corpus,
    ready_corpus,
)
from judge.languages import language_of
from judge.notes import Note
from judge.problems import Ahead, Corpus, Group, Problem, check_input
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import SHRUNK, Verdict
from sandbox import SandboxError

#: CPU seconds spent on how the time of a submission grows that took too long.
EXPLAIN_SECONDS = 0.6

#: Cores that playing a corpus takes. Where there are no more, drawing would hold it up.
CORPUS_CORES = 2

LOG = logging.getLogger(__name__)


def judge(
    submission: Submission,
    problem: Problem,
    settings: Settings,
    sandboxes: Sandboxes | None = None,
) -> reports.Judging:
    """Judge a submission: yield what happens and return the report.

    `sandboxes` of this problem and these settings stay open; without, some are made for this
    one submission. Raises `JudgeError` for the author's and the host's failures, never for the
    submission's.
    """
    fault = language_of(submission.language).source_fault(submission.source)
    with ExitStack() as stack:
        if sandboxes is None:
            sandboxes = stack.enter_context(Sandboxes(problem, settings))
        count = 0 if fault is not None else settings.search_examples
        seed = _seed(submission, problem, settings)
        fresh = stack.enter_context(Ahead(problem, seed=seed, count=count))
        if _cores() > CORPUS_CORES:
            fresh.start()
        # Read while the sandbox starts, if there is one.
        corpus = None if fault is not None else kept_corpus(problem, settings)
        sandbox = yield from sandboxes.opened()
        trial = Trial(problem, submission, sandbox, settings, sandboxes)
        if fault is not None:
            return reports.unreadable_report(trial, fault)
        if corpus is None:
            corpus = yield from ready_corpus(problem, settings, sandbox)
        yield events.Started(problem.slug, len(corpus.cases), sandbox.tier.value)
        try:
            seen = yield from _judge(trial, corpus, fresh)
        except (JudgeError, SandboxError) as error:
            # Not the submission's failure, whoever's it is: never counted against it.
            # It names step and reason; where it was raised adds nothing.
            LOG.error("internal error while judging %s: %s", problem.slug, error)
            return reports.internal_report(trial, error)
        if settings.timing and seen.failed is None:
            yield reports.VerdictKnown(reports.build_report(trial, seen))
            yield from _time(trial, seen)
        elif settings.timing and seen.verdict is Verdict.TIME_LIMIT_EXCEEDED:
            yield from _explain(trial, seen)
        return reports.build_report(trial, seen)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _judge(trial: Trial, corpus: Corpus, fresh: Ahead) -> Generator[events.Event, None, Seen]:
    seen = Seen(corpus)
    yield from play_corpus(trial, seen, when_idle=fresh.start)
    if seen.failed is not None:
        yield from _make_small(trial, seen)
        return seen
    _play_reseeded(replace(trial, sandbox=trial.sandboxes.reseeded()), seen)
    if seen.failed is None:
        yield from _search(trial, fresh, seen)
    return seen


def _time(trial: Trial, seen: Seen) -> Generator[events.Event, None, None]:
    """Time what was accepted; what goes wrong here is told.

    It changes the verdict only where the submission does what none may, or answers wrongly.
    """
    # Here, since --no-timing and every other verdict are to come without this import.
    from judge.measurement import (  # noqa: PLC0415
        kept_size,
        rank_of,
        ready_rungs,
        time_submission,  # noqa: PLC0415
    )

    try:
        timed = yield from time_submission(trial, size=kept_size(trial))
        if timed.failed is not None:
            seen.fail_measured(timed.failed)
            return
        seen.timed, seen.notes = timed, seen.notes + timed.notes
        if timed.ratio is not None and timed.size is not None and timed.chosen is not None:
            rungs = yield from ready_rungs(trial, timed.chosen)
            seen.rank = rank_of(timed.ratio, rungs)
            yield from _grow(trial, seen, timed.size.n)
    except (JudgeError, SandboxError) as error:
        LOG.warning("not timed: %s", error)
        seen.notes.append(Note(code="not_timed", message=f"not timed: {error}"))


def _grow(trial: Trial, seen: Seen, top: int) -> Generator[events.Event, None, None]:
    """Look for a moment how what was timed at n = `top` grows up to there."""
    from judge.measurement import (
        glance_at_time,  # noqa: PLC0415 - see `_time`
        reference_peak,  # noqa: PLC0415 - likewise
        take_slot,  # noqa: PLC0415 - likewise
    )

    slot = yield from take_slot(trial.settings.slots_dir, trial.settings.slot_wait_seconds)
    if slot is not None:
        with slot:
            look = glance_at_time(trial, top, case_limit(trial.problem, None), slot.core)
        if look.failed is not None:
            seen.fail_measured(look.failed)
            return
        seen.time_curve = look.curve
    cases = seen.corpus.cases
    seen.reference_peak_bytes = reference_peak(trial, cases, seen.memory_method)


def _explain(trial: Trial, seen: Seen) -> Generator[events.Event, None, None]:
    """Of what took too long, measure how its time grows: that is the reason."""
    from judge.measurement import (
        take_slot,  # noqa: PLC0415 - likewise
        time_curve,  # noqa: PLC0415 - see `_time`
    )

    try:
        slot = yield from take_slot(trial.settings.slots_dir, trial.settings.slot_wait_seconds)
        if slot is not None:
            with slot:
                look = time_curve(trial, EXPLAIN_SECONDS, slot.core)
            if look.failed is not None:
                seen.fail_measured(look.failed)
            else:
                seen.time_curve = look.curve
    except (JudgeError, SandboxError) as error:
        LOG.warning("growth is not measured: %s", error)


def _play_reseeded(trial: Trial, seen: Seen) -> None:
    """Play the small cases under another hash seed: an answer must not hang on set order."""
    budget = Budget.of(trial.problem, seen.corpus)
    with trial.player() as player:
        for case in seen.corpus.cases:
            if case.group == Group.SCALE:
                continue
            judged, close = judged_with_care(trial, player, case)
            seen.close_call |= close
            judged = budget.held(judged, player.cpu_seconds, player.wall_seconds)
            if not judged.passed:
                seen.take_back(case, judged)
                if not judged.whole_run:
                    seen.notes.append(HASH_ORDER)
                break
    seen.saw_peak(player.peak_bytes)


def _search(trial: Trial, fresh: Ahead, seen: Seen) -> Generator[events.Event, None, None]:
    """Try fresh inputs on what passed the corpus."""
    from judge.judging import search_live  # noqa: PLC0415 - not before the first case

    total = trial.settings.search_examples
    yield events.Searching(0, total)
    found = search_live(trial, fresh, Budget.of(trial.problem, seen.corpus), seen.notes)
    seen.live_tried = found.tried
    seen.saw_peak(found.peak_bytes)
    if found.case is not None and found.judged is not None:
        seen.failed = (found.case, found.judged)
        seen.smallest, seen.leak = found.smallest, found.leak
    yield events.Searching(found.tried, total)


def _make_small(trial: Trial, seen: Seen) -> Generator[events.Event, None, None]:
    """Find out whether state leaked; if not, make the failing input small."""
    from judge.judging import SEARCH_GUARD, shrink  # noqa: PLC0415 - see `_search`

    assert seen.failed is not None
    case, judged = seen.failed
    large = case.group == Group.SCALE and judged.verdict not in SHRUNK
    if large or judged.whole_run or judged.outcome.stage == "load":
        return
    if judged.outcome.answer_bytes > ANSWERS_BYTES:
        seen.notes.append(LONG_ANSWER)
        return
    limit, began = case_limit(trial.problem, case.reference_cpu_seconds), time.monotonic()
    seen.leak = find_leak(trial, seen.played, case, limit)
    if seen.leak is not None:
        if seen.leak.guard_fired:
            seen.notes.append(LEAK_GUARD)
        return
    if judged.verdict not in SHRUNK:
        return
    if time.monotonic() - began > trial.settings.guard_seconds:
        seen.notes.append(SEARCH_GUARD)
        return
    yield events.Shrinking(0)
    seen.smallest = shrink(trial, case, judged, seen.notes)
    if seen.smallest is not None:
        yield events.Shrinking(seen.smallest.calls)


def _seed(submission: Submission, problem: Problem, settings: Settings) -> int:
    """Return the search's seed: the source, the problem version and the host's key decide it."""
    parts = (settings.key.encode(), problem.version.encode(), submission.source)
    digest = hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts))
    return int.from_bytes(digest.digest()[:8], "big")


def run(
    submission: Submission,
    problem: Problem,
    settings: Settings,
    arguments: dict[str, Any] | None = None,
) -> Iterator[reports.Played]:
    """Play the samples, or one input of the user's own, beside the reference.

    Raises `UsageError` when the input lies outside the problem's constraints.
    """
    inputs = (
        [("own", arguments)]
        if arguments is not None
        else [(Group.SAMPLE.value, s.arguments) for s in problem.samples]
    )
    if arguments is not None:
        check_input(problem, arguments)

    fault = language_of(submission.language).source_fault(submission.source)
    with Sandboxes(problem, settings) as sandboxes:
        trial = Trial(problem, submission, sandboxes.main, settings, sandboxes)
        with trial.player() as player, trial.reference() as reference:
            for group, given in inputs:
                sent = problem.encode(given)
                answer = reference_answer(problem, reference, sent)
                if fault is not None:
                    yield reports.played_fault(group, given, answer.value, fault)
                    continue
                outcome = player.play(sent, case_limit(problem, answer.cpu_seconds))
                judged = decide(problem, problem.case(Group.LIVE, 0, sent, answer), outcome)
                printed = outcome.printed + player.take_printed()
                yield reports.played(problem.interface, group, given, answer.value, judged, printed)
