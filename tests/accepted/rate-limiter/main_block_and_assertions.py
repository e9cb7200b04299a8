class RateLimiter:
    def __init__(self, limit, window_ms):
        assert limit >= 1 and window_ms >= 1
        self.limit = limit
        self.window_ms = window_ms
        self.allowed = collections.deque()
        self.counts = collections.Counter()

    def allow(self, client, now_ms):
        assert isinstance(client, str)
        border = now_ms - self.window_ms
        while len(self.allowed) > 0 and self.allowed[0][1] <= border:
            other, _ = self.allowed.popleft()
            self.counts.subtract([other])
            if self.counts[other] == 0:
                del self.counts[other]
        if self.counts[client] + 1 <= self.limit:
            self.counts.update([client])
            self.allowed.append((client, now_ms))
            return True
        else:
            return False


if __name__ == '__main__':
    limiter = RateLimiter(int(input()), int(input()))
    print(limiter.allow("me", 0))
