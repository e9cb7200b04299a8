"""Slow: rebuilds the client's list of times at each request: O(limit) each."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, {}

    def allow(self, client, now_ms):
        times = [t for t in self.times.get(client, []) if t > now_ms - self.window_ms]
        allowed = len(times) < self.limit
        if allowed:
            times.append(now_ms)
        self.times[client] = times
        return allowed
