"""Wrong: drops what is window - 1 old already: limit 1, window 2: 0 and 1 are both allowed."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, defaultdict(deque)

    def allow(self, client, now_ms):
        times = self.times[client]
        while times and times[0] <= now_ms - self.window_ms + 1:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        return True
