"""Retention: how far back finished submissions and used keys are deleted.

The time of day may be wrong: a clock that is put forward by a year makes every report look old. So
what may be deleted moves on no faster than `PACE` times the time that has passed in this process,
by a clock that nobody sets, and begins at the oldest of what is kept. Whatever more looks old
waits, and the log says so once.
"""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

log = logging.getLogger("judge.http")

#: A server that was off for a month catches up in some four days.
PACE = 10.0


class Horizon:
    """The time before which `what` is deleted: `keep_seconds` ago, if time has really passed."""

    def __init__(
        self,
        what: str,
        keep_seconds: float,
        wall: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._what = what
        self._keep_seconds = keep_seconds
        self._wall = wall
        self._clock = clock
        self._reached: float | None = None
        self._moved_at: float | None = None
        self._told = False

    def before(self, oldest: float | None) -> float:
        """Return the time before which to delete now. `oldest` is that of what is kept, if any."""
        now, wanted = self._clock(), self._wall() - self._keep_seconds
        passed = 0.0 if self._moved_at is None else now - self._moved_at
        self._moved_at = now
        if oldest is None or oldest >= wanted:
            self._reached, self._told = wanted, False
            return wanted
        begin = oldest if self._reached is None else self._reached
        self._reached = min(wanted, begin + PACE * passed)
        if self._reached < wanted and not self._told:
            self._tell(wanted)
        return self._reached

    def _tell(self, wanted: float) -> None:
        self._told = True
        until = datetime.fromtimestamp(wanted, UTC).isoformat(timespec="minutes")
        log.warning(
            "%s until %s are due to be deleted, more than the time that this server has run "
            "explains; they go slowly, the oldest first. If the clock is wrong, put it right",
            self._what,
            until,
        )
