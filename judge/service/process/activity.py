"""Activity: for how long nobody has asked the service anything."""

import contextlib
import time
from collections.abc import Callable, Iterator

from starlette.types import ASGIApp, Receive, Scope, Send


class Activity:
    """Requests with a token, under way and past. A watchdog's questions are no activity."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._under_way = 0
        self._ended_at = clock()

    @contextlib.contextmanager
    def request(self) -> Iterator[None]:
        """Count a request while it lasts."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._ended_at = self._clock()

    def under_way(self) -> int:
        """Return how many requests are not answered yet, streams among them."""
        return self._under_way

    def idle_seconds(self) -> float:
        """Return the seconds since the last request ended; 0 while one is under way."""
        return 0.0 if self._under_way else self._clock() - self._ended_at


class Watched:
    """ASGI middleware: counts the requests that were let in by their tokens."""

    def __init__(self, app: ASGIApp, activity: Activity) -> None:
        self._app = app
        self._activity = activity

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        with self._activity.request() if "judge.caller" in scope else contextlib.nullcontext():
            await self._app(scope, receive, send)
