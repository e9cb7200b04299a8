import heapq


class Analytics:
    __slots__ = ("pages", "stale")

    def __init__(self):
        self.pages = {}
        self.stale = []

    def record(self, page, user, at):
        while self.stale and self.stale[0][0] <= at - 3600:
            _, old = heapq.heappop(self.stale)
            entry = self.pages[old]
            if entry[0][-1] <= at - 3600:
                del self.pages[old]
            else:
                first = bisect_right(entry[0], at - 3600)
                entry[0] = entry[0][first:]
                entry[1] = {name: seen for name, seen in entry[1].items() if seen > at - 3600}
                heapq.heappush(self.stale, (at, old))
        if page not in self.pages:
            self.pages[page] = [[], {}]
            heapq.heappush(self.stale, (at, page))
        self.pages[page][0].append(at)
        self.pages[page][1][user] = at

    def views(self, page, window, now):
        times = self.pages.get(page, ((), {}))[0]
        return len(times) - bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        return sum(seen > now - window for seen in self.pages.get(page, ((), {}))[1].values())

    def top(self, k, window, now):
        pairs = ((-self.views(page, window, now), page) for page in self.pages)
        return [page for n, page in heapq.nsmallest(k, pairs) if n]
