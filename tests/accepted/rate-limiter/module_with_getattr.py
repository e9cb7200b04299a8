import operator

class Log:
    """Allowed requests of everybody, oldest first."""
    def __init__(self):
        self.entries, self.count = deque(), Counter()

    def drop(self, until):
        take = operator.itemgetter(0)
        while self.entries and take(self.entries[0]) <= until:
            _, client = self.entries.popleft()
            self.count[client] -= 1
            if not self.count[client]:
                del self.count[client]

class RateLimiter:
    def __init__(self, limit, window_ms):
        self.log, self.limit, self.window_ms = Log(), limit, window_ms

    def __getattr__(self, name):
        if name == "allow":
            return self._allow
        raise AttributeError(name)

    def _allow(self, client, now_ms):
        self.log.drop(now_ms - self.window_ms)
        ok = self.log.count[client] < self.limit
        if ok:
            self.log.count[client] += 1
            self.log.entries.append((now_ms, client))
        return ok
