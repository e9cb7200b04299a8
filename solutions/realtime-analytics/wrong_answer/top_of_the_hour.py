"""Wrong: `top` ranks by the whole hour, whatever the window."""


class Analytics:
    def __init__(self):
        self.log = []

    def record(self, page, user, at):
        self.log.append((page, user, at))

    def views(self, page, window, now):
        return sum(p == page and at > now - window for p, _, at in self.log)

    def unique_users(self, page, window, now):
        return len({u for p, u, at in self.log if p == page and at > now - window})

    def top(self, k, window, now):
        count = Counter(p for p, _, at in self.log if at > now - 3600)
        return sorted(count, key=lambda p: (-count[p], p))[:k]
