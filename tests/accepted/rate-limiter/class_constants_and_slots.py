class RateLimiter(object):
    __slots__ = 'limit', 'span', 'line', 'load'

    ALLOWED, REFUSED = True, False

    def __init__(self, limit, window_ms, name="api"):
        self.limit, self.span, self.line, self.load = limit, window_ms, [[], []], {}

    def allow(self, client, now_ms):
        out, into = self.line
        while out or into:
            if not out:
                self.line = [out, into] = [into[::-1], []]
            if out[-1][0] > now_ms - self.span:
                break
            _, name = out.pop()
            self.load[name] -= 1
            if self.load[name] < 1:
                self.load.pop(name)
        if self.load.get(client, 0) >= self.limit:
            return self.REFUSED
        self.load[client] = self.load.get(client, 0) + 1
        self.line[1].append((now_ms, client))
        return self.ALLOWED
