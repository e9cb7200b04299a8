class RateLimiter(defaultdict):
    def __init__(self, limit, window_ms):
        super().__init__(deque)
        self.limit, self.window_ms, self.turn = limit, window_ms, []

    def allow(self, client, now_ms):
        edge = now_ms - self.window_ms
        while self.turn and self.turn[0][0] <= edge:
            _, name = heappop(self.turn)
            if name in self and self[name][-1] <= edge:
                del self[name]
        times = self[client]
        while times and times[0] <= edge:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        heappush(self.turn, (now_ms, client))
        return True
