"""Print what an accepted solution of a package costs: `python -m benchmarks.packages [SLUG ...]`.

The whole command on a terminal, on a corpus that is read and not made, in wall time: until the
verdict on the tests, and until the final one; then the CPU time of the whole command with all that
it starts. The bound of both is BARE_STARTS bare starts and CALLS times what the reference's own
calls take. Ratios are to a bare start of the same interpreter in the same run. Run it on a quiet
machine; about six seconds a package.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import clock
from benchmarks.counted import cpu_seconds
from benchmarks.screen import watched
from judge.problems import corpus_path, default_catalog, load_corpus
from judge.settings import Settings

ROUNDS = 7
TARGET = 60.0
#: The bound of a final verdict: so many bare starts, and so many times the reference's own calls.
BARE_STARTS, CALLS = 20.0, 1.5


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
            f"{'CPU ms':>7} {'ratio':>6} {'reference ms':>13} {'bound ms':>9} {'met by':>8} "
            f"{'cases':>6} {'corpus kB':>10}"
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
    submit = (sys.executable, "-m", "judge", "submit", slug, str(reference), "--no-timing")
    used = statistics.median(cpu_seconds(submit, environment) for _ in range(ROUNDS))
    path = corpus_path(Settings.from_environment(environment).cache_dir, problem)
    corpus = load_corpus(path, problem)
    assert corpus is not None  # the first run has made it
    own = sum(case.reference_cpu_seconds or 0.0 for case in corpus.cases)
    bound = BARE_STARTS * bare + CALLS * own
    met = [name for name, seconds in (("wall", final), ("CPU", used)) if seconds <= bound]
    return (
        f"{slug:<26} {tests * 1e3:>9.0f} {tests / bare:>5.0f}x {final * 1e3:>9.0f} "
        f"{final / bare:>5.0f}x {used * 1e3:>7.0f} {used / bare:>5.0f}x {own * 1e3:>13.0f} "
        f"{bound * 1e3:>9.0f} {', '.join(met) or 'neither':>8} {len(corpus.cases):>6} "
        f"{path.stat().st_size / 1e3:>10.0f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:] or default_catalog().slugs())
