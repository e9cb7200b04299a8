"""Limits of one token over time: requests and work in a minute, submissions in a day.

They are counted by a clock that nobody sets. When the time of day is put back by an hour, no token
is shut out for that hour; when it is put forward, none gets its day's quota again.
"""

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from judge.service.settings import ServiceSettings
from judge.storage import Submissions

MINUTE_SECONDS = 60.0
DAY_SECONDS = 86_400.0
#: Requests of any kind that one issued token may make in a minute.
REQUESTS_PER_MINUTE = 1_200
#: Logins that may fail, and the addresses whose failures are kept.
TRIES_PER_MINUTE = 10
MOST_ADDRESSES = 1_000


class RateLimitError(Exception):
    """Raised when a token asks for more than it may; it may ask again after `seconds`."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail)
        self.seconds = seconds


class RateLimits:
    """The limits of every issued token. The local token has none: it is the host's own."""

    def __init__(
        self,
        settings: ServiceSettings,
        submissions: Submissions,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._submissions = submissions
        self._clock = clock
        self._requests = _Window(REQUESTS_PER_MINUTE, MINUTE_SECONDS, "requests a minute")
        self._work = _Window(
            settings.rate_per_minute, MINUTE_SECONDS, "submissions and runs a minute"
        )
        self._kept = _Window(settings.quota_per_day, DAY_SECONDS, "submissions a day")

    def request(self, owner: str) -> None:
        """Count one request. Raises `RateLimitError`."""
        self._requests.hit(owner, self._clock())

    def work(self, owner: str) -> None:
        """Count one submission or run. Raises `RateLimitError`."""
        self._work.hit(owner, self._clock())

    def quota(self, owner: str) -> None:
        """Count one submission of the day. Raises `RateLimitError` and `StoreError`.

        Those that another process of this server took in are counted from the rows.
        """
        now = self._clock()
        if not self._kept.knows(owner):
            ages = self._submissions.ages(owner, DAY_SECONDS)
            self._kept.fill(owner, (now - age for age in ages))
        self._kept.hit(owner, now)


class LoginTries:
    """Logins of one address that fail: one that tries on is shut out for a while.

    A code cannot be guessed, so this only spares work. All methods belong to one thread.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        #: The times of an address's failures, oldest first; the newest address stands last.
        self._failed: dict[str, deque[float]] = {}

    def check(self, address: str) -> None:
        """Raise `RateLimitError` for an address that has failed too often."""
        failed, now = self._failed.get(address, deque()), self._clock()
        while failed and failed[0] <= now - MINUTE_SECONDS:
            failed.popleft()
        if len(failed) >= TRIES_PER_MINUTE:
            left = max(1, math.ceil(failed[0] + MINUTE_SECONDS - now))
            raise RateLimitError(f"{TRIES_PER_MINUTE} logins a minute may fail, not more", left)

    def failed(self, address: str) -> None:
        """Count a login that failed."""
        self._failed[address] = self._failed.pop(address, deque())
        self._failed[address].append(self._clock())
        if len(self._failed) > MOST_ADDRESSES:
            del self._failed[next(iter(self._failed))]


class _Window:
    """At most so many hits of an owner in any stretch of so many seconds. For any thread."""

    def __init__(self, most: int, seconds: float, words: str) -> None:
        self._most = most
        self._seconds = seconds
        self._words = words
        self._lock = threading.Lock()
        #: The times of an owner's hits, oldest first.
        self._hits: dict[str, deque[float]] = {}

    def knows(self, owner: str) -> bool:
        return owner in self._hits

    def fill(self, owner: str, times: Iterable[float]) -> None:
        with self._lock:
            self._hits.setdefault(owner, deque(sorted(times)))

    def hit(self, owner: str, now: float) -> None:
        with self._lock:
            hits = self._hits.setdefault(owner, deque())
            while hits and hits[0] <= now - self._seconds:
                hits.popleft()
            if len(hits) >= self._most:
                left = hits[len(hits) - self._most] + self._seconds - now
                detail = f"this token may make {self._most} {self._words}"
                raise RateLimitError(detail, max(1, math.ceil(left)))
            hits.append(now)
