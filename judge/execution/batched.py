"""A long case under way: its calls are sent in batches, under one limit for all of them."""

from dataclasses import replace
from typing import Any

from judge.execution import limits
from judge.execution.outcome import Outcome
from sandbox import Ending, Limit


class BatchedCase:
    """A long case under way: what its batches gave, and what is left of its limits."""

    def __init__(self, limit: Limit) -> None:
        self.results: list[Any] = []
        self.answer_bytes = 0
        self._limit = limit
        self._called = self._beside = Limit(0.0, 0.0)

    def left(self) -> Limit:
        """Return what is left for calls; below zero, wall time still forgives waiting."""
        return _less(self._limit, self._called)

    def side_left(self) -> Limit:
        """Return what is left for building arguments and encoding answers."""
        return _less(limits.SIDE_OF_BATCHES, self._beside)

    def add(self, outcome: Outcome, wall_seconds: float) -> None:
        """Take in a batch that was played, in `wall_seconds` with all that is not its calls."""
        self.results += outcome.value
        self.answer_bytes += outcome.answer_bytes
        cpu, wall = outcome.cpu_seconds, outcome.wall_seconds
        self._called = _more(self._called, cpu, wall)
        self._beside = _more(self._beside, outcome.spent - cpu, wall_seconds - wall)

    def ended(self, ending: Ending, detail: str) -> Outcome:
        """Return the outcome of all batches so far."""
        return Outcome(
            ending,
            "read",
            ending is Ending.REPLY,
            self.results if ending is Ending.REPLY else None,
            cpu_seconds=self._called.cpu_seconds,
            wall_seconds=self._called.wall_seconds,
            spent=self._called.cpu_seconds + self._beside.cpu_seconds,
            limit=self._limit,
            detail=detail,
            answer_bytes=self.answer_bytes,
        )

    def stopped(self, outcome: Outcome, side: Limit) -> Outcome:
        """Return the outcome of a batch that ended it all, as one of the whole case.

        `side` is the limit that its arguments and its answer had, apart from its calls.
        """
        whole = replace(outcome, spent=outcome.spent + self.ended(outcome.ending, "").spent)
        if outcome.ending is Ending.MEMORY_LIMIT and self.results:
            # A batch is small: what fills the memory is what the calls before have left there.
            return replace(whole, stage="call", limit=self._limit)
        if outcome.limit is side:
            return replace(whole, limit=limits.SIDE_OF_BATCHES)
        called = _more(self._called, outcome.cpu_seconds, outcome.wall_seconds)
        return replace(
            whole,
            limit=self._limit,
            cpu_seconds=called.cpu_seconds,
            wall_seconds=called.wall_seconds,
        )


def _less(limit: Limit, spent: Limit) -> Limit:
    return Limit(limit.cpu_seconds - spent.cpu_seconds, limit.wall_seconds - spent.wall_seconds)


def _more(spent: Limit, cpu_seconds: float, wall_seconds: float) -> Limit:
    return Limit(spent.cpu_seconds + cpu_seconds, spent.wall_seconds + wall_seconds)
