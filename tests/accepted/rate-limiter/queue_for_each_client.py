class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window = limit, window_ms
        self.log = OrderedDict()

    def allow(self, client, now_ms):
        while self.log:
            name, times = next(iter(self.log.items()))
            if times[-1] > now_ms - self.window:
                break
            del self.log[name]
        times = self.log.setdefault(client, deque())
        while times and times[0] <= now_ms - self.window:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        self.log.move_to_end(client)
        return True
