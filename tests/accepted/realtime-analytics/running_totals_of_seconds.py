class Seconds:
    """Views per second, as pairs of second and count, oldest first."""

    def __init__(self):
        self.at = []
        self.sum = []
        self.total = 0

    def add(self, at):
        self.total += 1
        if self.at and self.at[-1] == at:
            self.sum[-1] = self.total
        else:
            self.at.append(at)
            self.sum.append(self.total)

    def trim(self, edge):
        cut = bisect.bisect_right(self.at, edge) - 1
        if cut > 3600:
            del self.at[:cut], self.sum[:cut]

    def after(self, edge):
        place = bisect.bisect_right(self.at, edge)
        return self.total - (self.sum[place - 1] if place else 0)


class Analytics:
    def __init__(self):
        self.pages, self.visits, self.order = {}, {}, deque()

    def record(self, page, user, at):
        while self.order and self.order[0][0] <= at - 3600:
            _, name = self.order.popleft()
            if name in self.pages and self.pages[name].at[-1] <= at - 3600:
                del self.pages[name], self.visits[name]
        if page not in self.pages:
            self.pages[page], self.visits[page] = Seconds(), {}
        self.pages[page].add(at)
        self.pages[page].trim(at - 3600)
        self.visits[page][user] = at
        if len(self.visits[page]) > 1000 and self.pages[page].total % 1000 == 0:
            self.visits[page] = {u: t for u, t in self.visits[page].items() if t > at - 3600}
        self.order.append((at, page))

    def views(self, page, window, now):
        found = self.pages.get(page)
        return found.after(now - window) if found else 0

    def unique_users(self, page, window, now):
        return sum(1 for t in self.visits.get(page, {}).values() if now - t < window)

    def top(self, k, window, now):
        counted = {page: self.views(page, window, now) for page in self.pages}
        return sorted(filter(counted.get, counted), key=lambda page: (-counted[page], page))[:k]
