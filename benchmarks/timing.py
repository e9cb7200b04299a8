"""Hold the runtime's interval against the truth: `python -m benchmarks.timing`.

Times code of known relative cost against the reference, many times over: the reference itself,
and the same code with more turns of the same loop (the truth is their count, no clock). Says how
often the interval holds the truth, how wide it is, and whether an order was ever reversed; once
with the other cores idle and once with them burning.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import spin
from judge.events import result_of
from judge.execution import Sandboxes
from judge.judging import Trial
from judge.measurement import BENCH, SUBMIT, Interval, Plan, time_submission
from judge.problems import Problem, default_catalog
from judge.settings import Settings
from judge.submission import Submission

FACTORS = (1.0, 1.1, 1.25, 1.5, 2.0, 5.0)
PLANS = {"submit": SUBMIT, "bench": BENCH}


@dataclass
class Trials:
    """What many timings of one truth gave."""

    truth: float
    intervals: list[Interval] = field(default_factory=list)
    untimed: int = 0

    @property
    def coverage(self) -> float:
        """How often the interval held the truth."""
        held = sum(i.low <= self.truth <= i.high for i in self.intervals)
        return held / max(len(self.intervals), 1)

    @property
    def half_width(self) -> float:
        """The median half-width, relative to the ratio."""
        return statistics.median(i.half_width for i in self.intervals)

    @property
    def median(self) -> float:
        return statistics.median(i.median for i in self.intervals)

    @property
    def reversals(self) -> int:
        """How often slower code was said to be as fast as the reference, or faster."""
        return sum(i.median <= 1 for i in self.intervals) if self.truth > 1 else 0


class Bench:
    """Times submissions of one problem again and again."""

    def __init__(self, problem: Problem, settings: Settings, plan: Plan) -> None:
        self._problem = problem
        self._settings = settings
        self._plan = plan

    def run(
        self, pairs: Sequence[tuple[Submission, float]], count: int, seconds: float
    ) -> list[Trials]:
        """Time each submission `count` times, in turn; fewer once `seconds` have passed."""
        rows = [Trials(truth) for _, truth in pairs]
        deadline = time.monotonic() + seconds
        with Sandboxes(self._problem, self._settings) as sandboxes:
            main = sandboxes.main
            size = None
            for _ in range(count):
                for (submission, _truth), row in zip(pairs, rows, strict=True):
                    trial = Trial(self._problem, submission, main, self._settings, sandboxes)
                    timed = result_of(time_submission(trial, self._plan, size))
                    size = size or timed.size
                    if timed.ratio is None:
                        row.untimed += 1
                    else:
                        row.intervals.append(timed.ratio)
                if time.monotonic() > deadline:
                    break
        return rows


@contextmanager
def burning(cores: Sequence[int]) -> Iterator[None]:
    """Keep some cores busy with a loop each."""
    code = "import os, sys; os.sched_setaffinity(0, {int(sys.argv[1])})\nwhile True: pass"
    others = [subprocess.Popen([sys.executable, "-c", code, str(core)]) for core in cores]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    options = _options().parse_args(arguments)
    # The judge times on the last core that is free, so the others are those that burn.
    others = sorted(os.sched_getaffinity(0))[:-1]
    head = f"{'what':<22} {'truth':>5} {'times':>6} {'median':>7} {'holds it':>9}"
    with tempfile.TemporaryDirectory() as folder:
        for condition, cores in (("idle", []), ("other cores burning", others)):
            print(f"\n{condition}, as judge {options.plan} does")
            print(f"{head} {'half-width':>11} {'reversed':>9} {'untimed':>8}")
            with burning(cores):
                for line in _table(Path(folder), options):
                    print(line, flush=True)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.timing", description=__doc__)
    parser.add_argument("--count", type=int, default=40, help="timings of each row (40)")
    parser.add_argument(
        "--seconds", type=float, default=300.0, help="at most, for each half of each table (300)"
    )
    parser.add_argument(
        "--factors", type=float, nargs="*", default=FACTORS, help="relative costs (1 to 5)"
    )
    parser.add_argument("--plan", choices=PLANS, default="submit")
    parser.add_argument("--problem", default="lca", help="whose reference meets itself (lca)")
    return parser


def _table(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    settings = Settings(folder / "cache", folder / "state")
    plan = PLANS[options.plan]
    real = default_catalog().get(options.problem)
    bench = Bench(real, settings, plan)
    (row,) = bench.run([(real.reference, 1.0)], options.count, options.seconds)
    yield line_of(f"{real.slug}, itself", row)
    planted = [(spin.slowed(factor), factor) for factor in options.factors]
    bench = Bench(spin.package(folder / "spin"), settings, plan)
    for row in bench.run(planted, options.count, options.seconds):
        yield line_of("loop turns, by count", row)


def line_of(name: str, row: Trials) -> str:
    """Return one line of the table."""
    if not row.intervals:
        return f"{name:<22} {row.truth:>5.2f} {0:>6}"
    return (
        f"{name:<22} {row.truth:>5.2f} {len(row.intervals):>6} {row.median:>7.3f} "
        f"{row.coverage:>9.1%} {row.half_width:>11.1%} {row.reversals:>9} {row.untimed:>8}"
    )


if __name__ == "__main__":
    main()
