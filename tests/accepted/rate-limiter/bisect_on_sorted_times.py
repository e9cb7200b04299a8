class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window = limit, window_ms
        self.times = OrderedDict()

    def allow(self, client, now_ms):
        old = now_ms - self.window
        while self.times:
            name = next(iter(self.times))
            if self.times[name][-1] > old:
                break
            self.times.popitem(last=False)
        mine = self.times.get(client, [])
        if len(mine) >= self.limit and mine[-self.limit] > old:
            return False
        if len(mine) > 2 * self.limit:
            del mine[:bisect_right(mine, old)]
        mine.append(now_ms)
        self.times[client] = mine
        self.times.move_to_end(client)
        return True
