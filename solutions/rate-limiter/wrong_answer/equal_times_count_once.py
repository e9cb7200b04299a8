"""Wrong: a set of times, so two requests of one millisecond count once: limit 2: three at 0 are allowed."""


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.times = limit, window_ms, {}

    def allow(self, client, now_ms):
        times = {t for t in self.times.get(client, ()) if t > now_ms - self.window_ms}
        if len(times) < self.limit:
            times.add(now_ms)
            self.times[client] = times
            return True
        return now_ms in times and len(times) < self.limit
