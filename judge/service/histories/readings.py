"""Readings of histories: a long one takes a core for a moment, so no token has many at once."""

from collections.abc import Callable
from typing import TypeVar

from fastapi.concurrency import run_in_threadpool

from judge.service.access.shares import Shares

#: Histories that all tokens may have read at once.
MOST_READINGS = 16

T = TypeVar("T")


class Readings:
    """Reads histories in threads, as their owners' shares allow."""

    def __init__(self) -> None:
        self._shares = Shares("histories being read", MOST_READINGS)

    async def do(self, owner: str, work: Callable[[], T]) -> T:
        """Return what comes of work on a history. Raises `ShareError` and `UnavailableError`."""
        self._shares.check(owner)
        with self._shares.held(owner):
            return await run_in_threadpool(work)
