"""Limits of one token: rates are kept in memory, the quota is counted from the rows."""

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from judge.service.settings import ServiceSettings
from judge.storage import Submissions

DAY_SECONDS = 86_400.0
#: Requests of any kind that one issued token may make in a minute.
REQUESTS_PER_MINUTE = 1_200


class RateLimitError(Exception):
    """Raised when a token asks for more than it may; it may ask again after `seconds`."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail)
        self.seconds = seconds


class RateLimits:
    """The limits of every issued token. The local token has none: it is the host's own."""

    def __init__(self, settings: ServiceSettings, submissions: Submissions) -> None:
        self._settings = settings
        self._submissions = submissions
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._work = parse(f"{settings.rate_per_minute}/minute")
        self._requests = parse(f"{REQUESTS_PER_MINUTE}/minute")

    def request(self, owner: str) -> None:
        """Count one request. Raises `RateLimitError`."""
        self._hit(self._requests, "requests", owner)

    def work(self, owner: str) -> None:
        """Count one submission or run. Raises `RateLimitError`."""
        self._hit(self._work, "submissions and runs", owner)

    def quota(self, owner: str) -> None:
        """Check the submissions of the last day. Raises `RateLimitError` and `StoreError`."""
        most = self._settings.quota_per_day
        if self._submissions.count(owner=owner, since=time.time() - DAY_SECONDS) >= most:
            raise RateLimitError(f"this token may hand in {most} submissions a day", 3_600)

    def _hit(self, item: RateLimitItem, what: str, owner: str) -> None:
        if not self._window.hit(item, what, owner):
            left = self._window.get_window_stats(item, what, owner).reset_time - time.time()
            seconds = max(1, math.ceil(left))
            raise RateLimitError(f"this token may make {item.amount} {what} a minute", seconds)
