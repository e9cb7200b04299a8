class Entry:
    __slots__ = ("time", "client", "later")
    def __init__(self, time, client):
        self.time, self.client, self.later = time, client, None

class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.oldest = self.newest = None
        self.n = {}

    def allow(self, client, now_ms):
        while self.oldest is not None and self.oldest.time + self.window_ms <= now_ms:
            who = self.oldest.client
            self.n[who] -= 1
            if not self.n[who]:
                del self.n[who]
            self.oldest = self.oldest.later
        if self.n.get(client, 0) >= self.limit:
            return False
        entry = Entry(now_ms, client)
        if self.oldest is None:
            self.oldest = entry
        else:
            self.newest.later = entry
        self.newest = entry
        self.n[client] = self.n.get(client, 0) + 1
        return True
