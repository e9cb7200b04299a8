"""Accepted: a helper class per client: a list with a start index, cut when half of it is stale."""


class Window:
    __slots__ = ("times", "start")

    def __init__(self):
        self.times, self.start = [], 0

    def drop(self, edge):
        while self.start < len(self.times) and self.times[self.start] <= edge:
            self.start += 1
        if self.start * 2 > len(self.times):
            del self.times[:self.start]
            self.start = 0
        return len(self.times) - self.start


class RateLimiter(object):
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.windows, self.calls = limit, window_ms, {}, 0

    def allow(self, client, now_ms):
        self.calls += 1
        edge = now_ms - self.window_ms
        if self.calls % 5000 == 0:
            self.windows = {name: w for name, w in self.windows.items() if w.drop(edge)}
            print("live clients:", len(self.windows))
        window = self.windows.get(client) or self.windows.setdefault(client, Window())
        if window.drop(edge) >= self.limit:
            return False
        window.times.append(now_ms)
        return True


if __name__ == "__main__":
    print(RateLimiter(1, 10).allow(input(), 0))
