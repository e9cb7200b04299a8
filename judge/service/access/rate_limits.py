"""Limits of one token over time: requests and work in a minute, submissions in a day.

They are counted by a clock that nobody sets. When the time of day is put back by an hour, no token
is shut out for that hour; when it is put forward, none gets its day's quota again.
"""

import asyncio
import math
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from judge.service.settings import ServiceSettings
from judge.storage import Bound, Grant, Spending, Submissions

MINUTE_SECONDS = 60.0
DAY_SECONDS = 86_400.0
#: Requests of any kind that one issued token may make in a minute.
REQUESTS_PER_MINUTE = 1_200
#: A server is granted requests ahead, up to one in so many.
PURSES = 20
#: Logins that may fail, and the addresses whose failures are kept.
TRIES_PER_MINUTE = 10
MOST_ADDRESSES = 1_000


class RateLimitError(Exception):
    """Raised when a token asks for more than it may; it may ask again after `seconds`."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail)
        self.seconds = seconds


class RateLimits:
    """The limits of every issued token. The local token has none: it is the host's own.

    They are counted in the store, so that all servers that share it have one bound together. Any
    thread may call it.
    """

    def __init__(
        self, settings: ServiceSettings, submissions: Submissions, spending: Spending
    ) -> None:
        self._submissions = submissions
        self._spending = spending
        self._work = Bound("work", settings.rate_per_minute, MINUTE_SECONDS)
        self._kept = Bound("submissions", settings.quota_per_day, DAY_SECONDS)
        self._requests = Purses(spending, Bound("requests", REQUESTS_PER_MINUTE, MINUTE_SECONDS))
        self._known: set[str] = set()

    async def request(self, owner: str) -> None:
        """Count one request. Raises `RateLimitError` and `StoreError`."""
        if self._requests.pay(owner):
            return
        shut = self._requests.shut_seconds(owner)
        if shut > 0:
            raise _refusal(REQUESTS_PER_MINUTE, "requests a minute", shut)
        await asyncio.to_thread(self._fill_purse, owner)

    def _fill_purse(self, owner: str) -> None:
        grant = self._requests.fill(owner)
        if grant.count == 0:
            raise _refusal(REQUESTS_PER_MINUTE, "requests a minute", grant.seconds)

    def work(self, owner: str) -> None:
        """Count one submission or run. Raises `RateLimitError` and `StoreError`."""
        self._spend(owner, self._work, "submissions and runs a minute")

    def quota(self, owner: str) -> None:
        """Count one submission of the day. Raises `RateLimitError` and `StoreError`.

        Where nothing is noted of an owner, the rows say what came in the day.
        """
        if owner not in self._known:
            self._spending.fill(owner, self._kept, self._submissions.ages(owner, DAY_SECONDS))
            self._known.add(owner)
        self._spend(owner, self._kept, "submissions a day")

    def begin(self) -> None:
        """Count anew, where this is the only server of its store. Raises `StoreError`."""
        self._spending.begin_anew()

    def tidy(self) -> None:
        """Forget what no limit looks back to. Raises `StoreError`."""
        for bound in (self._work, self._kept, self._requests.bound):
            self._spending.forget(bound)

    def _spend(self, owner: str, bound: Bound, words: str) -> None:
        grant = self._spending.spend(owner, bound)
        if grant.count == 0:
            raise _refusal(bound.most, words, grant.seconds)


class Purses:
    """What was granted to owners ahead, so that not every request asks the store.

    A purse that is used up is filled with twice as much as before, up to a twentieth of the bound;
    what is left of it a whole stretch later is void. So an owner has at most a twentieth more.
    Whoever was granted nothing is refused without the store until there is some: who asks on holds
    no lock that others wait for.
    """

    def __init__(
        self, spending: Spending, bound: Bound, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._spending = spending
        self.bound = bound
        self._clock = clock
        self._lock = threading.Lock()
        self._purses: dict[str, _Purse] = {}
        #: By the owners that were granted nothing: when there is some.
        self._shut: dict[str, float] = {}

    def shut_seconds(self, owner: str) -> float:
        """Return for how long an owner is granted nothing, as far as is known; 0 for not at all."""
        with self._lock:
            left = self._shut.get(owner, 0.0) - self._clock()
            if left <= 0:
                self._shut.pop(owner, None)
            return max(0.0, left)

    def pay(self, owner: str) -> bool:
        """Take one from an owner's purse; False where it is empty."""
        with self._lock:
            purse = self._purses.get(owner)
            if purse is None or not purse.left or self._is_void(purse):
                return False
            purse.left -= 1
            return True

    def fill(self, owner: str) -> Grant:
        """Fill an owner's purse and take one from it; return what was granted."""
        with self._lock:
            last = self._purses.get(owner)
            wanted = 1 if last is None or self._is_void(last) else 2 * last.size
        wanted = max(1, min(wanted, self.bound.most // PURSES))
        grant = self._spending.spend(owner, self.bound, wanted)
        with self._lock:
            if grant.count:
                left = grant.count - 1 + self._left(owner)
                self._purses[owner] = _Purse(wanted, left, self._clock() + self.bound.seconds)
            else:
                self._shut[owner] = self._clock() + grant.seconds
        return grant

    def _left(self, owner: str) -> int:
        """Return what another thread has put into a purse meanwhile."""
        purse = self._purses.get(owner)
        return 0 if purse is None or self._is_void(purse) else purse.left

    def _is_void(self, purse: "_Purse") -> bool:
        return self._clock() >= purse.until


@dataclass
class _Purse:
    size: int
    left: int
    until: float


def _refusal(most: int, words: str, seconds: float) -> RateLimitError:
    return RateLimitError(f"this token may make {most} {words}", max(1, math.ceil(seconds)))


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
