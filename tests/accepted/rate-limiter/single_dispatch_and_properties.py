from functools import singledispatchmethod, cached_property

class RateLimiter:
    def __init__(self, limit: int, window_ms: int):
        self._limit, self._window = limit, window_ms
        self._passed = 0

    @property
    def limit(self):
        return self._limit

    @cached_property
    def queues(self):
        return {}

    @cached_property
    def order(self):
        return deque()

    @singledispatchmethod
    def allow(self, client, now_ms):
        raise TypeError(client)

    @allow.register
    def _(self, client: str, now_ms):
        while self.order and self.order[0][0] <= now_ms - self._window:
            _, name = self.order.popleft()
            times = self.queues[name]
            times.popleft()
            if not times:
                del self.queues[name]
        times = self.queues.setdefault(client, deque())
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        self.order.append((now_ms, client))
        return True
