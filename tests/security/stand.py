"""Sandboxes that stay open from test to test: starting them costs more than a small case."""

from typing import Self

from judge.execution.sandboxes import Sandboxes
from judge.problems.problem import Problem
from judge.settings import Settings


class Stand:
    """The sandboxes of the problem that was asked for last. Use as a context manager."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._slug = ""
        self._open: Sandboxes | None = None

    def of(self, problem: Problem) -> Sandboxes:
        """Return the sandboxes of a problem, and end those of the one before."""
        if self._open is None or self._slug != problem.slug:
            self.close()
            self._open, self._slug = Sandboxes(problem, self._settings), problem.slug
        return self._open

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
