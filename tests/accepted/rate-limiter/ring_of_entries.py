class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.ring, self.head, self.size = [None] * 8, 0, 0
        self.used = {}

    def _push(self, entry):
        if self.size == len(self.ring):
            self.ring = self.ring[self.head:] + self.ring[:self.head] + [None] * self.size
            self.head = 0
        self.ring[(self.head + self.size) % len(self.ring)] = entry
        self.size += 1

    def allow(self, client, now_ms):
        while self.size and self.ring[self.head][0] <= now_ms - self.window_ms:
            name = self.ring[self.head][1]
            self.ring[self.head] = None
            self.head = (self.head + 1) % len(self.ring)
            self.size -= 1
            if self.used[name] == 1:
                del self.used[name]
            else:
                self.used[name] -= 1
        if self.used.get(client, 0) >= self.limit:
            return False
        self.used[client] = self.used.get(client, 0) + 1
        self._push((now_ms, client))
        return True
