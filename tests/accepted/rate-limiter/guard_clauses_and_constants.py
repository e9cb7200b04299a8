REFUSED = False
ALLOWED = not REFUSED

class RateLimiter:
    def __init__(self, limit: int, window_ms: int) -> None:
        self._limit = limit
        self._window = window_ms
        self._expiry = deque()
        self._open = Counter()

    def allow(self, client: str, now_ms: int) -> bool:
        self._sweep(now_ms)
        if self._open[client] >= self._limit:
            return REFUSED
        self._open[client] += 1
        self._expiry.append({"at": now_ms + self._window, "client": client})
        return ALLOWED

    def _sweep(self, now):
        while self._expiry:
            first = self._expiry[0]
            if first["at"] > now:
                return
            self._expiry.popleft()
            self._open[first["client"]] -= 1
            if self._open[first["client"]] == 0:
                self._open.pop(first["client"])
