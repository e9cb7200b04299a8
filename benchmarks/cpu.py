"""Print the CPU seconds of an accepted verdict: `python -m benchmarks.cpu [SLUG ...]`.

The whole command with all that it starts (sandbox, programs, the package's code), without timing,
on a corpus that is read and not made; each package's reference. Ratios are to the CPU seconds of a
bare start of the same interpreter in the same run. CPU time counts waiting for memory too, so run
it on a quiet machine.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence

from benchmarks import clock
from judge.problems import default_catalog

ROUNDS = 7
#: The most seconds, where a package has a target of its own, and else.
TARGETS, TARGET = {"slow-query": 2.0}, 10.0


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
    return (
        f"{slug:<26} {min(seen):>7.2f} {median:>9.2f} {median / bare:>6.0f}x  "
        f"{TARGETS.get(slug, TARGET):g} s"
    )


def cpu_seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the CPU seconds of a command and of all its children; it must end well."""
    quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    pid = os.posix_spawn(command[0], list(command), environment, file_actions=quiet)
    _, status, used = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {status}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(sys.argv[1:] or default_catalog().slugs())
