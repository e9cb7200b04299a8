"""The reference's peak of memory over the corpus, to set a submission's beside it.

Makes a file: `<cache>/peaks/<slug>-<version>.json`. A peak hangs on no noise, so it is measured
once for each package version, way of reading and interpreter; a file that cannot be read holds
none.
"""

import json
import platform
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from judge import __version__
from judge.cache import keep
from judge.execution import REFERENCE_LIMIT
from judge.judging import Trial
from judge.problems import Case, Problem

FILE_BYTES = 4096


def reference_peak(trial: Trial, cases: Sequence[Case], method: str) -> int | None:
    """Return the bytes that the reference takes over these cases, read in the same way.

    None where this host reads no peak, or now in another way.
    """
    path = peak_path(trial.settings.cache_dir, trial.problem)
    origin = f"{__version__} {platform.python_version()} {method}"
    kept = _load(path, origin)
    if kept is not None:
        return kept
    with trial.reference() as player:
        for case in cases:
            player.play(case.arguments_json, REFERENCE_LIMIT)
    if player.peak_bytes is None or player.memory_method != method:
        return None
    with suppress(OSError):  # not kept: measured again the next time
        keep(path, json.dumps({"origin": origin, "peak_bytes": player.peak_bytes}).encode("ascii"))
    return player.peak_bytes


def peak_path(cache_dir: Path, problem: Problem) -> Path:
    """Return where the peak of this package version is kept."""
    return cache_dir / "peaks" / f"{problem.slug}-{problem.version[:16]}.json"


def _load(path: Path, origin: str) -> int | None:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(FILE_BYTES))
        peak = found["peak_bytes"]
        return peak if found["origin"] == origin and type(peak) is int and peak > 0 else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
