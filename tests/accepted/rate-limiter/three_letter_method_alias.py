class Base:
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.window_ms = window_ms
        self.seen = deque()
        self.count = defaultdict(int)

    def request(self, client, now_ms):
        while self.seen and self.seen[0][0] <= now_ms - self.window_ms:
            old = self.seen.popleft()[1]
            self.count[old] -= 1
            if self.count[old] == 0:
                del self.count[old]
        if client in self.count and self.count[client] >= self.limit:
            return False
        self.count[client] += 1
        self.seen.append((now_ms, client))
        return True


class RateLimiter(Base):
    Allow = Base.request
