"""Draw the fresh inputs of the live search ahead of time, while the corpus is played.

The inputs depend on the seed alone, and are drawn by the process of the package's strategies.
"""

from collections.abc import Callable, Iterator
from typing import Any, Self

from judge.problems.author_call import STRATEGIES_SECONDS, Allowance
from judge.problems.author_process import STRATEGIES
from judge.problems.known_hangs import is_known_to_hang, known_hangs
from judge.problems.problem import Problem

#: What draws them.
FUNCTION = "generated()"


class FreshInputs:
    """The fresh inputs of one search; `start` begins to draw them. Use as a context manager."""

    def __init__(self, problem: Problem, *, seed: int, count: int) -> None:
        self._file = problem.file("strategies.py")
        self._seed = seed
        self._count = count
        self._drawn: Callable[[], list[dict[str, Any]]] | None = None

    def start(self) -> None:
        """Start drawing; does nothing if that has begun."""
        if self._drawn is None and self._count and not is_known_to_hang(self._file, FUNCTION):
            self._drawn = STRATEGIES.begin(
                self._file,
                FUNCTION,
                "draw",
                *(self._count, self._seed, [], False),
                allowance=Allowance(STRATEGIES_SECONDS),
            )

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield each input once, in the order drawn. Raises `ProblemError`."""
        self.start()
        with known_hangs(self._file, FUNCTION):
            drawn = [] if self._drawn is None else self._drawn()
        yield from (reply["arguments"] for reply in drawn)

    def close(self) -> None:
        """Stop drawing. Safe to call twice."""
        if self._drawn is not None:
            STRATEGIES.drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
