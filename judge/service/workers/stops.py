"""Notices that this process was stopped for a while: frozen, or without a core.

A program that was stopped with it has used up its wall time and done nothing.
"""

import time
from collections.abc import Callable

#: How much longer a wait may take on a busy host.
LATE_SECONDS = 2.0


class Stops:
    """Whether the time between two looks was longer than `seconds`, by more than a busy host is."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = seconds + LATE_SECONDS
        self._clock = clock
        self._looked_at = clock()
        self._noticed = False

    def look(self) -> bool:
        """Return whether there was a stop so far. Any thread may call it."""
        now = self._clock()
        self._noticed = self._noticed or now - self._looked_at > self._most
        self._looked_at = now
        return self._noticed
