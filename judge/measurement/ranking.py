"""Where a submission stands among the package's accepted solutions, by the same measure.

Makes a file: `<cache>/ladders/<slug>-<version>.json`, the ratio of each accepted solution to the
reference on this host, and the size they were timed at. A rung of another source, judge,
interpreter or host, or an old one, is measured again; a file that cannot be read holds none.
"""

import json
import platform
import time
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from judge import __version__
from judge.cache import keep
from judge.events import Timing, TimingWaits
from judge.judging import Trial
from judge.measurement.interval import Interval, Plan
from judge.measurement.ratio import time_submission
from judge.measurement.sizes import MOST_INPUTS, Size
from judge.problems import Problem
from judge.submission import Submission, read_submission
from judge.verdict import Verdict

#: A rung needs no second stage: its place counts, not its last per cent.
RUNG = Plan((13,), 1.0, 1.0)
#: Hosts change their kernel, their load and their neighbours.
STALE_SECONDS = 30 * 86_400
FILE_BYTES = 1 << 20
REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Standing:
    """The rungs from the fastest, ratios to the reference, and the submission's rank among them.

    The rank counts the rungs that are surely faster, so noise does not move it.
    """

    rank: int
    rungs: tuple[tuple[str, float], ...]


Steps = Generator[TimingWaits | Timing, None, dict[str, float]]


def standing(ratio: Interval, rungs: Mapping[str, float]) -> Standing:
    """Return where a ratio stands: one more than the rungs below its interval."""
    ordered = tuple(sorted(rungs.items(), key=lambda rung: (rung[1], rung[0])))
    return Standing(1 + sum(found < ratio.low for _, found in ordered), ordered)


def ready_rungs(trial: Trial, size: Size) -> Steps:
    """Return the ratio of each accepted solution; yields while stale ones are measured."""
    path = ladder_path(trial.settings.cache_dir, trial.problem)
    rungs = _load(path)
    found = {REFERENCE: 1.0}
    if kept_size(trial) != size:
        own = _origin(trial.problem.reference)
        rungs[REFERENCE] = {"ratio": 1.0, "made": time.time(), "size": astuple(size), **own}
        with suppress(OSError):
            _save(path, rungs)
    for submission in _accepted(trial.problem):
        name = Path(submission.name).stem
        kept = rungs.get(name)
        if kept is None or not _fresh(kept, submission):
            kept = rungs[name] = yield from _measured(trial, submission, size)
            with suppress(OSError):  # not kept: measured again the next time
                _save(path, rungs)
        if kept["ratio"] is not None:
            found[name] = kept["ratio"]
    return found


def kept_size(trial: Trial) -> Size | None:
    """Return the size that was chosen here for this package before, unless that is stale."""
    problem = trial.problem
    kept = _load(ladder_path(trial.settings.cache_dir, problem)).get(REFERENCE)
    if kept is None or not _fresh(kept, problem.reference):
        return None
    match kept.get("size"):
        case [int(n), int(inputs)] if n >= 0 and 1 <= inputs <= MOST_INPUTS:
            return Size(n, inputs)
    return None


def ladder_path(cache_dir: Path, problem: Problem) -> Path:
    """Return where the ratios of this package version are kept."""
    return cache_dir / "ladders" / f"{problem.slug}-{problem.version[:16]}.json"


def _accepted(problem: Problem) -> list[Submission]:
    return [
        read_submission(str(sample.path))
        for sample in problem.sample_solutions()
        if sample.verdict is Verdict.ACCEPTED and sample.path.stem != REFERENCE
    ]


def _measured(
    trial: Trial, submission: Submission, size: Size
) -> Generator[TimingWaits | Timing, None, dict[str, Any]]:
    name = Path(submission.name).stem
    steps = time_submission(replace(trial, submission=submission), RUNG, size)
    while True:
        try:
            step = next(steps)
        except StopIteration as ended:
            timed = ended.value
            break
        yield replace(step, rung=name) if isinstance(step, Timing) else step
    ratio = timed.ratio.median if timed.ratio is not None else None
    return {"ratio": ratio, "made": time.time(), **_origin(submission)}


def _origin(submission: Submission) -> dict[str, str]:
    """Return what a ratio hangs on beside the package's version."""
    return {
        "sha256": submission.sha256,
        "judge": __version__,
        "python": platform.python_version(),
        "host": f"{platform.node()} {platform.machine()}",
    }


def _fresh(kept: dict[str, Any], submission: Submission) -> bool:
    age = time.time() - kept["made"]
    same = all(kept.get(name) == value for name, value in _origin(submission).items())
    return same and 0 <= age <= STALE_SECONDS


def _load(path: Path) -> dict[str, dict[str, Any]]:
    """Return the rungs of a file; what is not as `_save` writes it is left out."""
    try:
        with path.open("rb") as file:
            rungs = json.loads(file.read(FILE_BYTES))
        return {name: rung for name, rung in rungs.items() if _sound(rung)}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _sound(rung: Any) -> bool:
    if not isinstance(rung, dict) or not isinstance(rung.get("made"), int | float):
        return False
    ratio = rung.get("ratio", "")
    return ratio is None or (isinstance(ratio, float) and ratio > 0)


def _save(path: Path, rungs: Mapping[str, Any]) -> None:
    """Write the file in one step; a link in its place is replaced, not followed."""
    keep(path, json.dumps(rungs).encode("ascii"))
