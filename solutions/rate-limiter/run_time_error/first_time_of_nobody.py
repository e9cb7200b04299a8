"""Crashes: looks at the oldest time without asking whether there is one: 0 and then 1, window 1."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, {}

    def allow(self, client, now_ms):
        times = self.times.setdefault(client, deque([now_ms - self.window_ms]))
        while times[0] <= now_ms - self.window_ms:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        return True
