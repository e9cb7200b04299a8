"""How much one token may ask for: a rate in memory, a quota counted from the rows."""

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from judge.service.settings import Hosting
from judge.storage import Submissions

DAY_SECONDS = 86_400.0
#: Requests of any kind that one issued token may make in a minute.
REQUESTS_PER_MINUTE = 1_200


class TooMuchError(Exception):
    """Raised when a token asks for more than it may. `seconds`: when to come back."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail)
        self.seconds = seconds


class Allowance:
    """The limits of every issued token. The local token is the host's own and has none."""

    def __init__(self, hosting: Hosting, submissions: Submissions) -> None:
        self._hosting = hosting
        self._submissions = submissions
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._work = parse(f"{hosting.rate_per_minute}/minute")
        self._requests = parse(f"{REQUESTS_PER_MINUTE}/minute")

    def request(self, owner: str) -> None:
        """Count one request. Raises `TooMuchError`."""
        self._hit(self._requests, "requests", owner)

    def work(self, owner: str) -> None:
        """Count one submission or run. Raises `TooMuchError`."""
        self._hit(self._work, "submissions and runs", owner)

    def quota(self, owner: str) -> None:
        """Look at the submissions of the last day. Raises `TooMuchError` and `StoreError`."""
        most = self._hosting.quota_per_day
        if self._submissions.count(owner=owner, since=time.time() - DAY_SECONDS) >= most:
            raise TooMuchError(f"this token may hand in {most} submissions a day", 3_600)

    def _hit(self, item: RateLimitItem, what: str, owner: str) -> None:
        if not self._window.hit(item, what, owner):
            left = self._window.get_window_stats(item, what, owner).reset_time - time.time()
            seconds = max(1, math.ceil(left))
            raise TooMuchError(f"this token may make {item.amount} {what} a minute", seconds)
