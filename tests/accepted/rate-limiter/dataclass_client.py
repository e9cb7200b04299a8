from dataclasses import dataclass, field

@dataclass
class Client:
    times: deque = field(default_factory=deque)

    def forget(self, until):
        while self.times and self.times[0] <= until:
            self.times.popleft()
        return not self.times

class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.clients = {}
        self.next_sweep = 0

    def allow(self, client, now_ms):
        start = now_ms - self.window_ms
        if now_ms >= self.next_sweep:
            self.clients = {n: c for n, c in self.clients.items() if not c.forget(start)}
            self.next_sweep = now_ms + self.window_ms
        found = self.clients.setdefault(client, Client())
        found.forget(start)
        if len(found.times) >= self.limit:
            return False
        found.times.append(now_ms)
        return True
