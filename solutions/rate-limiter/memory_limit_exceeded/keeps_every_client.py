"""Memory-hungry: right, but every client keeps a queue forever: over 600 MB for a million passers-by."""


class RateLimiter:
    def __init__(self, limit: int, window_ms: int):
        self.limit = limit
        self.window_ms = window_ms
        self.times = defaultdict(deque)

    def allow(self, client: str, now_ms: int) -> bool:
        times = self.times[client]
        while times and times[0] <= now_ms - self.window_ms:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        return True
