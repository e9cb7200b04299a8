"""Wrong: leaves out the second that is not over yet: a view at 0, asked at 0, gives 0."""


class Analytics:
    def __init__(self):
        self.log = []

    def record(self, page, user, at):
        self.log.append((page, user, at))

    def views(self, page, window, now):
        return sum(p == page and now - window < at < now for p, _, at in self.log)

    def unique_users(self, page, window, now):
        return len({u for p, u, at in self.log if p == page and now - window < at < now})

    def top(self, k, window, now):
        count = Counter(p for p, _, at in self.log if now - window < at < now)
        return sorted(count, key=lambda p: (-count[p], p))[:k]
