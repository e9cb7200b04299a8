"""Memory-hungry: forgets the views, but not the names of the pages: a million entries with nothing in them."""


class Analytics:
    def __init__(self):
        self.log, self.times, self.last = deque(), defaultdict(list), defaultdict(dict)

    def record(self, page, user, at):
        while self.log and self.log[0][2] <= at - 3600:
            self.forget(*self.log.popleft())
        self.log.append((page, user, at))
        if self.times[page] is None:
            self.times[page], self.last[page] = [], {}
        self.times[page].append(at)
        self.last[page][user] = at

    def forget(self, page, user, at):
        self.times[page].remove(at)
        if self.last[page].get(user) == at:
            del self.last[page][user]
        if not self.times[page]:
            self.times[page] = self.last[page] = None

    def views(self, page, window, now):
        times = self.times.get(page) or []
        return len(times) - bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        return sum(at > now - window for at in (self.last.get(page) or {}).values())

    def top(self, k, window, now):
        ranking = sorted((-self.views(page, window, now), page) for page in self.times if self.times[page])
        return [page for count, page in ranking if count][:k]
