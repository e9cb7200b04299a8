"""Wrong: counts in windows that begin at round times: limit 1, window 10: 9 and 10 are both allowed."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.counts, self.window = limit, window_ms, {}, None

    def allow(self, client, now_ms):
        if now_ms // self.window_ms != self.window:
            self.window, self.counts = now_ms // self.window_ms, {}
        self.counts[client] = self.counts.get(client, 0) + 1
        return self.counts[client] <= self.limit
