class RateLimiter:
    """Only the last `limit` allowed times of a client matter: a deque that forgets by itself."""
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.window_ms = window_ms
        self.recent = OrderedDict()

    def allow(self, client, now_ms):
        start = now_ms - self.window_ms
        for name in list(itertools.islice(self.recent, 2)):
            if self.recent[name][-1] <= start:
                del self.recent[name]
        times = self.recent.setdefault(client, deque(maxlen=self.limit))
        if len(times) == self.limit and times[0] > start:
            return False
        times.append(now_ms)
        self.recent.move_to_end(client)
        return True
