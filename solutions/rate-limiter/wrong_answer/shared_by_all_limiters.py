"""Wrong: the times live on the class: a second limiter begins with the first one's requests."""


class RateLimiter:
    times = defaultdict(deque)

    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms

    def allow(self, client, now_ms):
        times = self.times[client]
        while times and times[0] <= now_ms - self.window_ms:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        return True
