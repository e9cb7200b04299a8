"""Wrong: counts whole minutes: one at 59, asked at 60 for the last 60 seconds, is missing."""


class Analytics:
    def __init__(self):
        self.log = []

    def record(self, page, user, at):
        self.log.append((page, user, at))

    def views(self, page, window, now):
        return sum(p == page and at // 60 > (now - window) // 60 for p, _, at in self.log)

    def unique_users(self, page, window, now):
        return len({u for p, u, at in self.log if p == page and at // 60 > (now - window) // 60})

    def top(self, k, window, now):
        count = Counter(p for p, _, at in self.log if at // 60 > (now - window) // 60)
        return sorted(count, key=lambda p: (-count[p], p))[:k]
