class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.log, self.n = limit, window_ms, deque(), {}

    def _gone(self, start):
        while self.log and self.log[0][1] <= start:
            yield self.log.popleft()[0]

    def allow(self, client, now_ms):
        for name in self._gone(now_ms - self.window_ms):
            self.n[name] -= 1
            self.n[name] or self.n.pop(name)
        n = self.n.get(client, 0)
        if n < self.limit:
            self.n[client] = n + 1
            self.log.append((client, now_ms))
            return True
        return False
