"""Accepted: a table of times and one of last views, swept once an hour; sort twice for the ranking."""


class Analytics:
    def __init__(self):
        self.times = {}
        self.seen = {}
        self.swept = 0

    def record(self, page, user, at):
        if at - self.swept >= 3600:
            self.sweep(at - 3600)
            self.swept = at
        self.times.setdefault(page, []).append(at)
        self.seen.setdefault(page, {})[user] = at

    def sweep(self, edge):
        for page in list(self.times):
            if self.times[page][-1] <= edge:
                del self.times[page], self.seen[page]
                continue
            del self.times[page][:bisect_right(self.times[page], edge)]
            self.seen[page] = {user: at for user, at in self.seen[page].items() if at > edge}

    def views(self, page, window, now):
        times = self.times.get(page, [])
        return len(times) - bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        return sum(at > now - window for at in self.seen.get(page, {}).values())

    def top(self, k, window, now):
        pages = sorted(page for page in self.times if self.times[page][-1] > now - window)
        pages.sort(key=lambda page: self.views(page, window, now), reverse=True)
        return pages[:k]
