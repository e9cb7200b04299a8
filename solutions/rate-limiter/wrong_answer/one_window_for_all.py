"""Wrong: all clients share one window: limit 1, window 10: a at 0, b at 0, the second is refused."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, deque()

    def allow(self, client, now_ms):
        while self.times and self.times[0] <= now_ms - self.window_ms:
            self.times.popleft()
        if len(self.times) >= self.limit:
            return False
        self.times.append(now_ms)
        return True
