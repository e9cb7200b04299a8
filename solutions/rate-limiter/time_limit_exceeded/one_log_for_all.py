"""Slow: one log of all requests, read from its beginning at each request."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.log = limit, window_ms, []

    def allow(self, client, now_ms):
        used = sum(1 for name, t in self.log if name == client and t > now_ms - self.window_ms)
        if used >= self.limit:
            return False
        self.log.append((client, now_ms))
        return True
