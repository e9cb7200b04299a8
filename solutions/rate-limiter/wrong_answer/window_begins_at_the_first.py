"""Wrong: the window begins with the first request and is thrown away whole: limit 2, window 10: 0, 9, 10, 11."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.windows = limit, window_ms, {}

    def allow(self, client, now_ms):
        start, count = self.windows.get(client, (None, 0))
        if start is None or now_ms - start >= self.window_ms:
            start, count = now_ms, 0
        if count >= self.limit:
            return False
        self.windows[client] = (start, count + 1)
        return True
