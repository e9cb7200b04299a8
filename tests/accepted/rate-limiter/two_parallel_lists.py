class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.times, self.names, self.first, self.counts = [], [], 0, Counter()

    def allow(self, client, now_ms):
        while self.first < len(self.times) and self.times[self.first] <= now_ms - self.window_ms:
            name = self.names[self.first]
            self.counts[name] -= 1
            if self.counts[name] <= 0:
                del self.counts[name]
            self.first += 1
        if self.first > 1000 and self.first * 2 > len(self.times):
            del self.times[:self.first], self.names[:self.first]
            self.first = 0
        if self.counts[client] < self.limit:
            self.counts[client] += 1
            self.times.append(now_ms)
            self.names.append(client)
            return True
        return False
