"""Accepted: clients in an OrderedDict by their last allowed request; the front is thrown out when stale."""
from collections import OrderedDict, deque


class rate_limiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window = limit, window_ms
        self.clients = OrderedDict()

    def allow(self, client, now_ms):
        edge = now_ms - self.window
        while self.clients:
            first = next(iter(self.clients))
            if self.clients[first][-1] > edge:
                break
            del self.clients[first]
        times = self.clients.get(client)
        if times is None:
            times = self.clients[client] = deque()
        while times and times[0] <= edge:
            times.popleft()
        if len(times) >= self.limit:
            return False
        times.append(now_ms)
        self.clients.move_to_end(client)
        return True
