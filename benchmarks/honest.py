"""Which honest programs keep no figure: `python -m benchmarks.honest [PART/PARTS] [SLUG ...]`.

Judges, with timing, every accepted sample and every right variant of `tests/accepted`, and prints
those without a ratio, a growth or a peak, with the notes that say why, and a count for each. None
of them hides work from the clock, so each that is not measured is one too many. Kinds that are not
timed are left out. Some twenty minutes for all on a quiet machine.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.part import WHOLE, Part, part
from judge.events import result_of
from judge.execution import SandboxCache
from judge.pipeline import judge
from judge.problems import default_catalog
from judge.records import replace
from judge.reports import Report
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict

VARIANTS = Path(__file__).resolve().parents[1] / "tests" / "accepted"


def main(chosen: Part, slugs: Sequence[str]) -> None:
    """Print a line for each program that lacks a figure, and the counts."""
    settings = replace(Settings.from_environment(os.environ), timing=True)
    catalog, sandboxes = default_catalog(), SandboxCache()
    count, lacking = 0, dict.fromkeys(("verdict", "ratio", "growth", "peak"), 0)
    for slug, path in chosen.of(programs(slugs)):
        problem = catalog.get(slug)
        with sandboxes.sandboxes(problem, settings) as opened:
            submission = read_submission(str(path))
            report = result_of(judge(submission, problem, settings, opened))
        count += 1
        missing = list(absent(report))
        for name in missing:
            lacking[name] += 1
        if missing:
            notes = "; ".join(note.message for note in report.notes)
            print(f"{slug} {path.stem}: no {', '.join(missing)}: {notes}", flush=True)
    sandboxes.close()
    print(f"\n{count} programs; without: {lacking}")


def programs(slugs: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Yield each accepted program of the packages that are timed, with its problem's slug."""
    catalog = default_catalog()
    for slug in slugs:
        problem = catalog.get(slug)
        if problem.refusal("bench") is not None:
            continue
        for sample in problem.sample_solutions():
            if sample.verdict is Verdict.ACCEPTED:
                yield slug, sample.path
        for path in sorted((VARIANTS / slug).glob("*.*")):
            yield slug, path


def absent(report: Report) -> Iterator[str]:
    """Yield the names of the figures that a report lacks."""
    if report.verdict is not Verdict.ACCEPTED:
        yield "verdict"
    if report.runtime is None:
        yield "ratio"
    if report.growth is None or report.growth.time is None:
        yield "growth"
    if report.memory is None or report.memory.peak_bytes is None:
        yield "peak"


if __name__ == "__main__":
    words = sys.argv[1:]
    try:
        parts = [part(word) for word in words if "/" in word]
    except argparse.ArgumentTypeError as error:
        sys.exit(str(error))
    named = [word for word in words if "/" not in word]
    main(parts[0] if parts else WHOLE, named or default_catalog().slugs())
