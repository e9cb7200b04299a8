"""Timing for the benchmarks: repeated, shuffled, medians, and ratios to a bare interpreter."""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

BARE = (sys.executable, "-I", "-S", "-c", "pass")


def timed(work: Callable[[], object]) -> float:
    """Return the wall seconds that `work` takes, once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def command(arguments: Sequence[str], **options: object) -> Callable[[], object]:
    """Return work that runs a command to its end and throws its output away."""
    return lambda: subprocess.run(  # type: ignore[call-overload]  # options are run's own
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        **options,
    )


def rounds(works: dict[str, Callable[[], object]], count: int) -> dict[str, list[float]]:
    """Time every work `count` times, in a new order each round; the first round is dropped."""
    times: dict[str, list[float]] = {name: [] for name in works}
    order = random.Random(1)
    for number in range(count + 1):
        names = list(works)
        order.shuffle(names)
        for name in names:
            seconds = timed(works[name])
            if number:
                times[name].append(seconds)
    return times


def bare_seconds() -> float:
    """Return the median of twenty bare starts: the unit of the ratios."""
    return statistics.median(rounds({"bare": command(BARE)}, 20)["bare"])


@dataclass(frozen=True)
class Row:
    """A measured line of a table: what was timed, its wall seconds, and a bare start's."""

    name: str
    seconds: list[float]
    bare: float
    target: str

    @property
    def ratio(self) -> float:
        """The median against a bare start."""
        return statistics.median(self.seconds) / self.bare

    def __str__(self) -> str:
        return (
            f"{self.name:<46} {min(self.seconds) * 1e3:>9.3f} "
            f"{statistics.median(self.seconds) * 1e3:>9.3f} {self.ratio:>8.3f}x  {self.target}"
        )
