"""Inputs met before: what a submission or a run has failed on once is played first next time.

Writes `met/SLUG.json` in the data folder, one small file a problem, which judging reads without
any of this room (`judging.with_met`).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from judge import judging
from judge.practice.event import Event
from judge.problems import Group, Problem
from judge.reports import Failure, Played, Report
from judge.verdict import Verdict

#: A longer input is no counterexample that a person looks at, and takes time to play.
MOST_BYTES = 4 * 1024
#: What fails alone and at once: a limit that was passed once need not be passed again.
KEPT = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
#: Groups whose inputs are played anyway.
PLAYED = (Group.SAMPLE, Group.MET)


def met_of(report: Report) -> tuple[Any, Any] | None:
    """Return the input that a report shows, with its answer, if it is one to play again."""
    failure = report.failure
    if failure is None or report.verdict not in KEPT or failure.group in PLAYED:
        return None
    alone = not (failure.whole_run or failure.state_leak or failure.passes_alone)
    return _whole(failure) if alone and failure.arguments is not None else None


def met_in_run(played: Played) -> tuple[Any, Any] | None:
    """Return an input of one's own that was played and failed, with its answer."""
    if played.group != "own" or played.verdict not in KEPT:
        return None
    return _whole(played)


def _whole(shown: Failure | Played) -> tuple[Any, Any] | None:
    """Return input and answer unless they were cut, or are long."""
    if any(path.partition(".")[0] in {"arguments", "expected"} for path in shown.cut):
        return None
    try:
        long = len(json.dumps([shown.arguments, shown.expected])) > MOST_BYTES
    except (RecursionError, TypeError, ValueError):
        return None
    return None if long else (shown.arguments, shown.expected)


def meet(folder: Path, problem: Problem, event: Event, found: tuple[Any, Any]) -> None:
    """Keep an input for this version of a problem; the newest are kept, each once."""
    arguments, expected = found
    cache = judging.met_cache(folder, problem.slug, problem.version)
    others = [one for one in _entries(cache.load()) if one["arguments"] != arguments]
    entry = {
        "arguments": arguments,
        "expected": expected,
        "event": event.id,
        "at": event.to_json()["at"],
        "verdict": event.verdict,
    }
    cache.save([*others, entry][-judging.MOST_MET :])


def met_on(folder: Path, problem: Problem) -> list[Mapping[str, Any]]:
    """Return the inputs that were met on this version of a problem, oldest first."""
    return _entries(judging.met_cache(folder, problem.slug, problem.version).load())


def _entries(kept: object) -> list[Mapping[str, Any]]:
    entries = kept if isinstance(kept, list) else []
    return [
        one for one in entries if isinstance(one, dict) and {"arguments", "expected"} <= set(one)
    ]
