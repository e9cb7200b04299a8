"""Lower limits that were set while this host was slow.

A limit follows the reference's time, which was read when the corpus was built. Here the reference
plays the cases again that decide limits, and the lesser time is kept. A busy host cannot make that
too short: nothing runs faster than it can. Where the host is slow again, `retry` times the
reference anew before it says time limit exceeded.
"""

import logging
import os
import time

from judge.errors import JudgeError
from judge.execution import reference_outcome
from judge.judging.trial import Trial
from judge.problems import Case, Corpus, corpus_path, save_corpus
from judge.records import replace
from sandbox import SandboxError

LOG = logging.getLogger(__name__)

#: A corpus is calibrated once in so many seconds, ...
INTERVAL_SECONDS = 3_600.0
#: ... by the slowest cases, until the reference has taken so many CPU seconds, ...
BUDGET_SECONDS = 0.5
#: ... and rewritten only if one of them took less than this part of its time.
CLEARLY = 0.8


def calibrate(trial: Trial, corpus: Corpus) -> Corpus:
    """Return the corpus with the reference's lesser times, and keep it; mostly it is as it was.

    What fails here leaves the limits as they are, and the log says so.
    """
    path = corpus_path(trial.settings.cache_dir, trial.problem)
    try:
        if time.time() - path.stat().st_mtime < INTERVAL_SECONDS:
            return corpus
        os.utime(path)
        lowered = _lowered(trial, corpus)
        if lowered is not corpus:
            save_corpus(path, trial.problem, lowered)
    except FileNotFoundError:
        return corpus  # it is not kept, or came with the judge
    except (OSError, JudgeError, SandboxError) as error:
        LOG.warning("limits of %s are not calibrated: %s", trial.problem.slug, error)
        return corpus
    return lowered


def _lowered(trial: Trial, corpus: Corpus) -> Corpus:
    problem = trial.problem
    floor = problem.floor_seconds / problem.time_factor
    deciding = [case for case in corpus.cases if (case.reference_cpu_seconds or 0.0) > floor]
    deciding.sort(key=lambda case: -(case.reference_cpu_seconds or 0.0))
    found: dict[tuple[str, int], float] = {}
    with trial.reference() as player:
        for case in deciding:
            if player.cpu_seconds > BUDGET_SECONDS:
                break
            outcome = reference_outcome(problem, player, case.arguments_json)
            found[case.group, case.index] = outcome.cpu_seconds
    parts = [
        found[case.group, case.index] / case.reference_cpu_seconds
        for case in deciding
        if (case.group, case.index) in found and case.reference_cpu_seconds
    ]
    if not parts or min(parts) >= CLEARLY:
        return corpus
    # The others, too, by what is sure of all that were played.
    part = min(max(parts), 1.0)
    return replace(corpus, cases=tuple(_lower(case, found, part) for case in corpus.cases))


def _lower(case: Case, found: dict[tuple[str, int], float], part: float) -> Case:
    seconds = case.reference_cpu_seconds
    if seconds is None:
        return case
    now = found.get((case.group, case.index), part * seconds)
    return replace(case, reference_cpu_seconds=min(now, seconds))
