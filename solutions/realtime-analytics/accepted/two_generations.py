"""Accepted: two generations of an hour each: what nobody viewed in the newer one goes with the older."""


class _Page:
    def __init__(self):
        self.times, self.last = [], {}


class analytics:
    def __init__(self):
        self.new, self.old, self.began = {}, {}, None

    def _turn(self, at):
        if self.began is None:
            self.began = at
        if at - self.began >= 3600:
            self.old, self.new = (self.new if at - self.began < 7200 else {}), {}
            self.began = at

    def record(self, page, user, at):
        self._turn(at)
        if page not in self.new:
            self.new[page] = _Page()
        self.new[page].times.append(at)
        self.new[page].last[user] = at

    def _both(self, page):
        return [half[page] for half in (self.old, self.new) if page in half]

    def views(self, page, window, now):
        return sum(len(p.times) - bisect_right(p.times, now - window) for p in self._both(page))

    def unique_users(self, page, window, now):
        return len({user for p in self._both(page) for user, at in p.last.items() if at > now - window})

    def top(self, k, window, now):
        ranking = []
        for page in self.old.keys() | self.new.keys():
            count = self.views(page, window, now)
            if count:
                ranking.append((-count, page))
        ranking.sort()
        return [page for _, page in ranking[:k]]


if __name__ == "__main__":
    site = analytics()
    site.record(input(), "me", 0)
