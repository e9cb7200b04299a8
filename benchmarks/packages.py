"""Print what an accepted solution of a package costs: `python -m benchmarks.packages [SLUG ...]`.

The whole command on a terminal, on a corpus that is read and not made, in wall time: until the
verdict on the tests, and until the final one. Ratios are to a bare start of the same interpreter
in the same run. Run it on a quiet machine; some two minutes.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import clock
from benchmarks.screen import watched
from judge.problems import corpus_path, default_catalog, load_corpus
from judge.settings import Settings

ROUNDS = 7
TARGET = 60.0


def main(slugs: list[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cache:
        bare = clock.bare_seconds()
        print(
            f"bare interpreter start: {bare * 1e3:.2f} ms; target {TARGET:.0f}x, "
            "where the reference's own work allows\n"
        )
        print(
            f"{'package':<26} {'tests ms':>9} {'ratio':>6} {'final ms':>9} {'ratio':>6} "
            f"{'reference ms':>13} {'cases':>6} {'corpus kB':>10}"
        )
        for slug in slugs:
            print(row(slug, bare, Path(cache)), flush=True)


def row(slug: str, bare: float, cache: Path) -> str:
    """Return a line: the command, and what the reference's own calls take of it."""
    problem = default_catalog().get(slug)
    environment = {**os.environ, "JUDGE_CACHE_DIR": str(cache)}
    reference = Path(problem.reference.name)
    seen = [watched(slug, reference, environment, "--no-timing") for _ in range(ROUNDS + 1)][1:]
    tests, final = (statistics.median(one[number] for one in seen) for number in (0, 1))
    path = corpus_path(Settings.from_environment(environment).cache_dir, problem)
    corpus = load_corpus(path, problem)
    assert corpus is not None  # the first run has made it
    own = sum(case.reference_cpu_seconds or 0.0 for case in corpus.cases)
    return (
        f"{slug:<26} {tests * 1e3:>9.0f} {tests / bare:>5.0f}x {final * 1e3:>9.0f} "
        f"{final / bare:>5.0f}x {own * 1e3:>13.0f} {len(corpus.cases):>6} "
        f"{path.stat().st_size / 1e3:>10.0f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:] or default_catalog().slugs())
