"""Print what an accepted solution of a package costs: `python -m benchmarks.packages [SLUG ...]`.

The whole command, on a corpus that is read and not made, in wall time; ratios are to a bare start
of the same interpreter in the same run. Run it on a quiet machine; some two minutes.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import clock
from judge.catalog import default_catalog
from judge.corpus import corpus_path, load_corpus
from judge.settings import Settings

ROUNDS = 7
TARGET = 60.0


def main(slugs: list[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "JUDGE_CACHE_DIR": cache}
        commands = {slug: command(slug) for slug in slugs}
        for slug in slugs:
            subprocess.run(commands[slug], env=environment, check=True, capture_output=True)
        works = {slug: clock.command(commands[slug], env=environment) for slug in slugs}
        times = clock.rounds(works | {"bare": clock.command(clock.BARE)}, ROUNDS)
        bare = statistics.median(times["bare"])
        print(f"bare interpreter start: {bare * 1e3:.2f} ms; target {TARGET:.0f}x, "
              "where the reference's own work allows\n")  # fmt: skip
        print(f"{'package':<26} {'median ms':>10} {'ratio':>7} {'reference ms':>13} "
              f"{'cases':>6} {'corpus kB':>10}")  # fmt: skip
        for slug in slugs:
            print(row(slug, statistics.median(times[slug]), bare, Path(cache)))


def command(slug: str) -> list[str]:
    """Return the command that submits a package's reference."""
    reference = default_catalog().get(slug).solutions / "accepted" / "reference.py"
    return [sys.executable, "-m", "judge", "submit", slug, str(reference), "--no-timing"]


def row(slug: str, median: float, bare: float, cache: Path) -> str:
    """Return a line: the command, and what the reference's own calls take of it."""
    problem = default_catalog().get(slug)
    settings = Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": str(cache)})
    path = corpus_path(settings.cache_dir, problem)
    corpus = load_corpus(path, problem)
    assert corpus is not None  # the first run has made it
    own = sum(case.reference_cpu_seconds or 0.0 for case in corpus.cases)
    return (
        f"{slug:<26} {median * 1e3:>10.0f} {median / bare:>6.0f}x {own * 1e3:>13.0f} "
        f"{len(corpus.cases):>6} {path.stat().st_size / 1e3:>10.0f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:] or default_catalog().slugs())
