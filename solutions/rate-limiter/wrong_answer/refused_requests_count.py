"""Wrong: refused requests count too: limit 1, window 2: 0, 1, 2, the third is refused."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, defaultdict(deque)

    def allow(self, client, now_ms):
        times = self.times[client]
        while times and times[0] <= now_ms - self.window_ms:
            times.popleft()
        times.append(now_ms)
        return len(times) <= self.limit
