"""Wrong: a set of times, so two views of one page in one second count once."""


class Analytics:
    def __init__(self):
        self.log = []

    def record(self, page, user, at):
        self.log.append((page, user, at))

    def views(self, page, window, now):
        return len({at for p, _, at in self.log if p == page and at > now - window})

    def unique_users(self, page, window, now):
        return len({u for p, u, at in self.log if p == page and at > now - window})

    def top(self, k, window, now):
        count = Counter(p for p, _, at in self.log if at > now - window)
        return sorted(count, key=lambda p: (-count[p], p))[:k]
