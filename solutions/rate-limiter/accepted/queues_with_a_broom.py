"""Accepted: a queue for each client, and a sweep over all clients once a window."""


class RateLimiter:
    def __init__(self, limit: int, window_ms: int):
        self.limit = limit
        self.window_ms = window_ms
        self.times: DefaultDict[str, Deque[int]] = defaultdict(deque)
        self.swept = 0

    def allow(self, client: str, now_ms: int) -> bool:
        if now_ms - self.swept >= self.window_ms:
            for name in [c for c, t in self.times.items() if t[-1] <= now_ms - self.window_ms]:
                del self.times[name]
            self.swept = now_ms
        times = self.times[client]
        while times and times[0] <= now_ms - self.window_ms:
            times.popleft()
        if len(times) < self.limit:
            times.append(now_ms)
            return True
        return False
