"""Limits and totals of a long case, whose calls are sent in batches."""

from typing import Any

from judge.execution import limits
from judge.execution.outcome import Outcome
from judge.records import replace
from judge.values import Returned, decode_reply
from sandbox import Ending, Limit


class BatchedCase:
    """A long case in progress: the results of its batches, and what is left of its limits.

    Replies that are as expected are decoded only once another is not.
    """

    def __init__(self, limit: Limit) -> None:
        self.results: list[Any] = []
        #: The replies since the last one that was not as expected.
        self._undecoded: list[bytes] = []
        self.answer_bytes = 0
        self._limit = limit
        self._called = self._side = Limit(0.0, 0.0)
        self._prepared = self._read = 0.0

    @property
    def count(self) -> int | None:
        """How many results there are; None after a reply as expected, with one for each call."""
        return None if self._undecoded else len(self.results)

    def left(self) -> Limit:
        """Return what is left for calls. Even below zero, waiting for a core extends wall time."""
        return _less(self._limit, self._called)

    def side_left(self) -> Limit:
        """Return what is left for building arguments and encoding answers."""
        return _less(limits.SIDE_OF_BATCHES, self._side)

    def add(self, outcome: Outcome, wall_seconds: float) -> None:
        """Add the outcome of a batch; `wall_seconds` include the work around its calls."""
        if outcome.as_expected:
            self._undecoded += outcome.value
        else:
            self._decode()
            self.results += outcome.value
        self.answer_bytes += outcome.answer_bytes
        cpu, wall = outcome.cpu_seconds, outcome.wall_seconds
        self._prepared += outcome.prepared
        self._read += outcome.read
        self._called = _more(self._called, cpu, wall)
        self._side = _more(self._side, outcome.spent - cpu, wall_seconds - wall)

    def _decode(self) -> None:
        for reply in self._undecoded:
            decoded = decode_reply(reply)
            assert isinstance(decoded, Returned)  # it is right
            self.results += decoded.value
        self._undecoded = []

    def ended(self, ending: Ending, detail: str) -> Outcome:
        """Return the outcome of the case with the batches so far."""
        replied = ending is Ending.REPLY
        as_expected = replied and bool(self._undecoded) and not self.results
        value: Any = None
        if as_expected:
            value = tuple(self._undecoded)
        elif replied:
            self._decode()
            value = self.results
        return Outcome(
            ending,
            "read",
            replied,
            value,
            cpu_seconds=self._called.cpu_seconds,
            wall_seconds=self._called.wall_seconds,
            spent=self._called.cpu_seconds + self._side.cpu_seconds,
            prepared=self._prepared,
            read=self._read,
            limit=self._limit,
            detail=detail,
            answer_bytes=self.answer_bytes,
            as_expected=as_expected,
        )

    def stopped(self, outcome: Outcome, side: Limit) -> Outcome:
        """Return the outcome of the case that this batch has ended.

        `side` was its limit for arguments and answers, apart from calls.
        """
        whole = replace(outcome, spent=outcome.spent + self.ended(outcome.ending, "").spent)
        if outcome.ending is Ending.MEMORY_LIMIT and (self.results or self._undecoded):
            # A batch is small, so earlier calls must have filled the memory.
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
