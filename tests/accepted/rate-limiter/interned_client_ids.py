class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.history = deque()
        self.used = {}

    def allow(self, client, now_ms):
        self._expire(now_ms)
        box = self.used.get(client)
        if box is None:
            box = self.used[client] = [0, client]
        if box[0] >= self.limit:
            return False
        box[0] += 1
        self.history.append((now_ms + self.window_ms, box))
        return True

    def _expire(self, now):
        history = self.history
        while history and history[0][0] <= now:
            box = history.popleft()[1]
            box[0] -= 1
            if box[0] == 0:
                del self.used[box[1]]
