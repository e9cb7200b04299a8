"""Slow: finds the edge by bisection, but makes a set of all users after it at each question."""


class Analytics:
    def __init__(self):
        self.log, self.times, self.users = deque(), {}, {}

    def record(self, page, user, at):
        while self.log and self.log[0][0] <= at - 3600:
            old = self.log.popleft()[1]
            if old in self.times and self.times[old][-1] <= at - 3600:
                del self.times[old], self.users[old]
        self.log.append((at, page))
        self.times.setdefault(page, []).append(at)
        self.users.setdefault(page, []).append(user)

    def views(self, page, window, now):
        times = self.times.get(page, [])
        return len(times) - bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        first = bisect_right(self.times.get(page, []), now - window)
        return len(set(self.users.get(page, [])[first:]))

    def top(self, k, window, now):
        ranking = sorted((-self.views(page, window, now), page) for page in self.times)
        return [page for count, page in ranking if count][:k]
