"""Wrong: `top` fills up with pages that have no view in the window."""


class Analytics:
    def __init__(self):
        self.log, self.times, self.last = deque(), defaultdict(list), defaultdict(dict)

    def record(self, page, user, at):
        while self.log and self.log[0][2] <= at - 3600:
            self.forget(*self.log.popleft())
        self.log.append((page, user, at))
        self.times[page].append(at)
        self.last[page][user] = at

    def forget(self, page, user, at):
        self.times[page].remove(at)
        if self.last[page].get(user) == at:
            del self.last[page][user]
        if not self.times[page]:
            del self.times[page], self.last[page]

    def views(self, page, window, now):
        times = self.times.get(page, [])
        return len(times) - bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        return sum(at > now - window for at in self.last.get(page, {}).values())

    def top(self, k, window, now):
        ranking = sorted((-self.views(page, window, now), page) for page in self.times)
        return [page for _, page in ranking][:k]
