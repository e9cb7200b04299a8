"""The ladder: where a submission ranks among the package's accepted solutions.

Makes a file: `<cache>/ladders/<slug>-<version>.json`, the ratio of each accepted solution (a
*rung*) to the reference on this host, and the size that they were timed at. A rung of another
source, judge, interpreter or host, or an old one, is measured again.
"""

import platform
import time
from collections.abc import Generator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from judge import __version__
from judge.cache import JsonCache
from judge.events import Timing, TimingWaits
from judge.judging import Trial
from judge.measurement.interval import Interval, Plan
from judge.measurement.ratio import time_submission
from judge.measurement.turn_size import MOST_INPUTS, TurnSize
from judge.problems import Problem
from judge.records import dataclass, replace
from judge.submission import Submission, read_submission
from judge.verdict import Verdict

#: One stage for a rung, however wide its interval: its place counts, not its last per cent.
RUNG = Plan((13,), 1.0, 1.0)
#: How long a rung is believed: hosts change their kernel, their load and their neighbours.
STALE_SECONDS = 30 * 86_400
REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Rank:
    """A submission's place on the ladder, 1 the fastest, and the rungs in order of their ratios.

    The place counts only rungs that are surely faster, so noise does not move it.
    """

    place: int
    rungs: tuple[tuple[str, float], ...]


Steps = Generator[TimingWaits | Timing, None, dict[str, float]]


def rank_of(ratio: Interval, rungs: Mapping[str, float]) -> Rank:
    """Return the rank of a ratio: one more than the number of rungs below its interval."""
    ordered = tuple(sorted(rungs.items(), key=lambda rung: (rung[1], rung[0])))
    return Rank(1 + sum(found < ratio.low for _, found in ordered), ordered)


def ready_rungs(trial: Trial, size: TurnSize) -> Steps:
    """Return the ratio of each accepted solution; yield while stale ones are measured.

    A solution that cannot be timed here has no rung.
    """
    problem = trial.problem
    ladder = _KeptLadder(trial.settings.cache_dir, problem)
    if ladder.size(problem) != size:
        ladder.keep(problem.reference, ratio=1.0, size=astuple(size))
    rungs = {REFERENCE: 1.0}
    for submission in _accepted(problem):
        rung = ladder.rung(submission)
        if rung is None:
            timed = yield from _time_rung(trial, submission, size)
            rung = ladder.keep(submission, ratio=timed.median if timed is not None else None)
        if rung["ratio"] is not None:
            rungs[_name(submission)] = rung["ratio"]
    return rungs


def kept_size(trial: Trial) -> TurnSize | None:
    """Return the size that was chosen here for this package before, unless that is stale."""
    return _KeptLadder(trial.settings.cache_dir, trial.problem).size(trial.problem)


def ladder_path(cache_dir: Path, problem: Problem) -> Path:
    """Return where the ratios of this package version are kept."""
    return cache_dir / "ladders" / f"{problem.slug}-{problem.version[:16]}.json"


class _KeptLadder:
    """The rungs of one package version in this host's cache, and the chosen size."""

    def __init__(self, cache_dir: Path, problem: Problem) -> None:
        origin = f"{__version__} {platform.python_version()} {platform.node()} {platform.machine()}"
        self._cache = JsonCache(ladder_path(cache_dir, problem), origin)
        kept = self._cache.load()
        self._rungs: dict[str, Any] = kept if isinstance(kept, dict) else {}

    def rung(self, submission: Submission) -> dict[str, Any] | None:
        """Return what is kept of a solution: at least its `ratio`. None if that is stale."""
        match self._rungs.get(_name(submission)):
            case {
                "sha256": submission.sha256,
                "made": int() | float() as made,
                "ratio": ratio,
            } as rung:
                fresh = 0 <= time.time() - made <= STALE_SECONDS
                sound = ratio is None or (isinstance(ratio, float) and ratio > 0)
                return rung if fresh and sound else None
        return None

    def size(self, problem: Problem) -> TurnSize | None:
        """Return the size that was chosen for the reference."""
        match self.rung(problem.reference):
            case {"size": [int(n), int(inputs)]} if n >= 0 and 1 <= inputs <= MOST_INPUTS:
                return TurnSize(n, inputs)
        return None

    def keep(self, submission: Submission, **values: Any) -> dict[str, Any]:
        """Keep what was measured of a solution just now, and return it."""
        rung = {"sha256": submission.sha256, "made": time.time(), **values}
        self._rungs[_name(submission)] = rung
        self._cache.save(self._rungs)
        return rung


def _name(submission: Submission) -> str:
    return Path(submission.name).stem


def _accepted(problem: Problem) -> list[Submission]:
    return [
        read_submission(str(sample.path))
        for sample in problem.sample_solutions()
        if sample.verdict is Verdict.ACCEPTED and sample.path.stem != REFERENCE
    ]


def _time_rung(
    trial: Trial, submission: Submission, size: TurnSize
) -> Generator[TimingWaits | Timing, None, Interval | None]:
    rung = replace(trial, submission=submission)
    timed = yield from time_submission(rung, RUNG, size, rung=_name(submission))
    return timed.ratio
