"""Memory-hungry: a lean list for each client, but for every client there ever was: over 200 MB."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, {}

    def allow(self, client, now_ms):
        times = self.times.get(client)
        if times is None:
            times = self.times[client] = []
        while times and times[0] <= now_ms - self.window_ms:
            del times[0]
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        return True
