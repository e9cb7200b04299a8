"""Wrong: `<` for `<=` at the edge: limit 1, window 1: 0 and 1, the second is refused."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, defaultdict(deque)

    def allow(self, client, now_ms):
        times = self.times[client]
        while times and times[0] < now_ms - self.window_ms:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        return True
