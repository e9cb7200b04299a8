class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.batches = deque()      # (time, Counter of clients)
        self.total = Counter()

    def allow(self, client, now_ms):
        while self.batches and self.batches[0][0] <= now_ms - self.window_ms:
            _, batch = self.batches.popleft()
            for name, count in batch.items():
                self.total[name] -= count
                if self.total[name] == 0:
                    del self.total[name]
        if self.total[client] >= self.limit:
            return False
        if not self.batches or self.batches[-1][0] != now_ms:
            self.batches.append((now_ms, Counter()))
        self.batches[-1][1][client] += 1
        self.total[client] += 1
        return True
