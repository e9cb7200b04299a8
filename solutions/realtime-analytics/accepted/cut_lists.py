"""Accepted: lists with a start index, a table of last views, a match statement, pages grouped by their number."""


class Analytics(object):
    def __init__(self):
        self.queue = collections.deque()
        self.times = {}
        self.first = collections.Counter()
        self.last = {}

    def record(self, page, user, at):
        while self.queue and at - self.queue[0][0] >= 3600:
            self.forget(*self.queue.popleft())
        self.queue.append((at, page, user))
        match self.times.get(page):
            case None:
                self.times[page], self.last[page] = [at], {user: at}
            case times:
                times.append(at)
                self.last[page][user] = at

    def forget(self, at, page, user):
        self.first[page] += 1
        if self.last[page].get(user) == at:
            self.last[page].pop(user)
        if self.first[page] == len(self.times[page]):
            del self.times[page], self.last[page], self.first[page]
        elif self.first[page] >= 100:
            self.times[page] = self.times[page][self.first[page]:]
            self.first[page] = 0

    def views(self, page, window, now):
        if page not in self.times:
            return 0
        times = self.times[page]
        return len(times) - bisect.bisect(times, now - window)

    def unique_users(self, page, window, now):
        return len([t for t in self.last.get(page, {}).values() if now - window < t])

    def top(self, k, window, now):
        views = {}
        for page in self.times:
            if n := self.views(page, window, now):
                views.setdefault(n, []).append(page)
        names = (page for n in sorted(views, reverse=True) for page in sorted(views[n]))
        return list(itertools.islice(names, k))
