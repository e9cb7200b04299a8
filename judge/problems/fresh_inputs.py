"""The fresh inputs of the live search: from a pool that is kept, or drawn ahead of time.

They depend on the pool alone. Those that are not kept are drawn by the process of the package's
strategies, while the corpus is played, and kept then.
"""

from collections.abc import Callable, Iterator
from typing import Any, Self

from judge.problems.author.call import STRATEGIES_SECONDS, Allowance
from judge.problems.author.known_hangs import is_known_to_hang, known_hangs
from judge.problems.author.process import STRATEGIES
from judge.problems.pools import Pool
from judge.problems.problem import Problem

#: What draws them.
FUNCTION = "generated()"


class FreshInputs:
    """The fresh inputs of one search, those of a pool. Use as a context manager."""

    def __init__(self, problem: Problem, pool: Pool) -> None:
        self._problem = problem
        self._file = problem.file("strategies.py")
        self._pool = pool
        self._drawn: Callable[[], list[dict[str, Any]]] | None = None

    def start(self) -> None:
        """Start drawing; does nothing if that has begun, or if it need not."""
        if self._pool.count and not self._pool.path.exists():
            self._begin()

    def _begin(self) -> None:
        if self._drawn is None and not is_known_to_hang(self._file, FUNCTION):
            self._drawn = STRATEGIES.begin(
                self._file,
                FUNCTION,
                "draw",
                *(self._pool.count, self._pool.seed, [], False),
                allowance=Allowance(STRATEGIES_SECONDS),
            )

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield each input once, in the order drawn. Raises `ProblemError`."""
        if not self._pool.count:
            return
        inputs = self._pool.load() if self._drawn is None else None
        if inputs is None:
            self._begin()
            with known_hangs(self._file, FUNCTION):
                drawn = [] if self._drawn is None else self._drawn()
            inputs = [reply["arguments"] for reply in drawn[: self._pool.count]]
            if not self._file.trusted:
                for arguments in inputs:
                    self._problem.require_fit(FUNCTION, arguments)
            self._pool.save(inputs)
        yield from inputs

    def close(self) -> None:
        """Stop drawing. Safe to call twice."""
        if self._drawn is not None:
            STRATEGIES.drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
