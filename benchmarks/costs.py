"""Print a verdict's cost beside the reference's own calls: `python -m benchmarks.costs [SLUG ...]`.

CPU seconds of the whole command with all that it starts, without timing, on a corpus that is read
and not made, of each package's reference. In each round the bare start, `lca`, the package and its
reference's calls alone are measured one after the other, so that a slow moment slows all of them; a
figure is the median of its rounds. The bound is `BOUND` times the reference's own calls and what
`lca` takes. Needs a cgroup of its own (root); run it on a quiet machine.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import clock
from benchmarks.counted import cpu_seconds
from judge.execution import Player, Sandboxes, reference_answer
from judge.problems import Problem, corpus_path, default_catalog, load_corpus
from judge.settings import Settings

ROUNDS = 5
BOUND = 2.5
#: The packages that the bound was set for.
CORES = (
    "realtime-analytics",
    "inventory",
    "notifications",
    "fraud-detector",
    "message-queue",
    "consistent-hash",
)
LCA = "lca"


def main(slugs: Sequence[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "JUDGE_CACHE_DIR": cache}
        for slug in {LCA, *slugs}:
            verdict(slug, environment)  # makes the corpus
        print(
            f"{'package':<22} {'bare ms':>8} {'lca s':>6} {'verdict s':>9} {'own calls s':>11} "
            f"{'bound s':>8} {'of it':>6}  rounds"
        )
        for slug in slugs:
            print(row(slug, environment), flush=True)


def row(slug: str, environment: Mapping[str, str]) -> str:
    """Return a line of the table; *of it* is the median of the rounds' shares of their bounds."""
    bare, lca, whole, own, shares = [], [], [], [], []
    for _ in range(ROUNDS):
        bare.append(cpu_seconds(clock.BARE, environment))
        lca.append(verdict(LCA, environment))
        whole.append(verdict(slug, environment))
        own.append(own_calls(default_catalog().get(slug), environment))
        shares.append(whole[-1] / (BOUND * own[-1] + lca[-1]))
    middle = [statistics.median(found) for found in (bare, lca, whole, own)]
    bound = BOUND * middle[3] + middle[1]
    each = " ".join(f"{share:.2f}" for share in shares)
    return (
        f"{slug:<22} {middle[0] * 1e3:>8.1f} {middle[1]:>6.2f} {middle[2]:>9.2f} "
        f"{middle[3]:>11.2f} {bound:>8.2f} {statistics.median(shares):>6.2f}  {each}"
    )


def verdict(slug: str, environment: Mapping[str, str]) -> float:
    """Return the CPU seconds of a verdict on a package's reference."""
    reference = default_catalog().get(slug).reference.name
    command = (sys.executable, "-m", "judge", "submit", slug, reference, "--no-timing")
    return cpu_seconds(command, environment)


def own_calls(problem: Problem, environment: Mapping[str, str]) -> float:
    """Return the CPU seconds of the reference's calls on every case, without all else."""
    settings = Settings.from_environment(environment)
    corpus = load_corpus(corpus_path(Path(settings.cache_dir), problem), problem)
    assert corpus is not None  # `main` has made it
    with (
        Sandboxes(problem, settings) as sandboxes,
        Player(sandboxes.main, problem.header, problem.reference) as player,
    ):
        sent = [case.arguments_json for case in corpus.cases]
        answers = [reference_answer(problem, player, one) for one in sent]
    return sum(answer.cpu_seconds or 0.0 for answer in answers)


if __name__ == "__main__":
    main(sys.argv[1:] or CORES)
