"""Wrong: a token bucket that refills little by little: limit 2, window 10: 0, 0, 5, the third is allowed."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.buckets = limit, window_ms, {}

    def allow(self, client, now_ms):
        level, at = self.buckets.get(client, (self.limit * self.window_ms, now_ms))
        level = min(self.limit * self.window_ms, level + (now_ms - at) * self.limit)
        allowed = level >= self.window_ms
        self.buckets[client] = (level - self.window_ms if allowed else level, now_ms)
        return allowed
