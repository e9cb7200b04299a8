"""The reference's peak of memory over the corpus, for comparison with a submission's.

Makes a file: `<cache>/peaks/<slug>-<version>.json`. A peak has no noise, so it is measured once
for each package version, way of reading and interpreter.
"""

import platform
from collections.abc import Sequence
from pathlib import Path

from judge import __version__
from judge.cache import JsonCache
from judge.execution import REFERENCE_LIMIT
from judge.judging import Trial
from judge.problems import Case, Problem


def reference_peak(trial: Trial, cases: Sequence[Case], method: str) -> int | None:
    """Return the peak of bytes that the reference takes over these cases, read by `method`.

    None where this host reads no peak, or reads it in another way now.
    """
    origin = f"{__version__} {platform.python_version()} {method}"
    cache = JsonCache(peak_path(trial.settings.cache_dir, trial.problem), origin)
    kept = cache.load()
    if type(kept) is int and kept > 0:
        return kept
    with trial.reference() as player:
        for case in cases:
            player.play(case.arguments_json, REFERENCE_LIMIT)
    if player.peak_bytes is None or player.memory_method != method:
        return None
    cache.save(player.peak_bytes)
    return player.peak_bytes


def peak_path(cache_dir: Path, problem: Problem) -> Path:
    """Return where the peak of this package version is kept."""
    return cache_dir / "peaks" / f"{problem.slug}-{problem.version[:16]}.json"
