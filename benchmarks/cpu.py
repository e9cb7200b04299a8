"""Print the CPU seconds of an accepted verdict: `python -m benchmarks.cpu [SLUG ...]`.

The whole command with all that it starts (sandbox, programs, the package's code), without timing,
on a corpus that is read and not made; each package's reference. Ratios are to the CPU seconds of a
bare start of the same interpreter in the same run. CPU time counts waiting for memory too, so run
it on a quiet machine, as root: a cgroup counts.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence

from benchmarks import clock
from benchmarks.counted import cpu_seconds
from judge.problems import default_catalog

ROUNDS = 7
#: The most seconds, where packages have a target of their own (by how they begin), and else.
TARGETS, TARGET = {"slow-query": 2.0, "race-condition": 3.0, "test-": 5.0}, 10.0


def main(slugs: Sequence[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "JUDGE_CACHE_DIR": cache}
        bare = statistics.median(cpu_seconds(clock.BARE, environment) for _ in range(20))
        print(f"bare interpreter start: {bare * 1e3:.2f} ms of CPU\n")
        print(f"{'package':<26} {'min s':>7} {'median s':>9} {'ratio':>7}  target")
        for slug in slugs:
            print(row(slug, bare, environment), flush=True)


def row(slug: str, bare: float, environment: Mapping[str, str]) -> str:
    """Return a line of the table; the first run, which makes the corpus, is dropped."""
    reference = default_catalog().get(slug).reference.name
    command = (sys.executable, "-m", "judge", "submit", slug, reference, "--no-timing")
    seen = [cpu_seconds(command, environment) for _ in range(ROUNDS + 1)][1:]
    median = statistics.median(seen)
    target = next((most for name, most in TARGETS.items() if slug.startswith(name)), TARGET)
    return f"{slug:<26} {min(seen):>7.2f} {median:>9.2f} {median / bare:>6.0f}x  {target:g} s"


if __name__ == "__main__":
    main(sys.argv[1:] or default_catalog().slugs())
