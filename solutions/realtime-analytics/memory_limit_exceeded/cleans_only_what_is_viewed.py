"""Memory-hungry: a page is cleaned when it is viewed again, so one that nobody comes back to stays."""


class Analytics:
    def __init__(self):
        self.pages = {}

    def record(self, page, user, at):
        times, last = self.pages.setdefault(page, ([], {}))
        if times and times[0] <= at - 3600:
            del times[:bisect_right(times, at - 3600)]
            for name in [name for name, seen in last.items() if seen <= at - 3600]:
                del last[name]
        times.append(at)
        last[user] = at

    def views(self, page, window, now):
        times, _ = self.pages.get(page, ((), {}))
        return len(times) - bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        _, last = self.pages.get(page, ((), {}))
        return sum(at > now - window for at in last.values())

    def top(self, k, window, now):
        pages = (page for page, (times, _) in self.pages.items() if times[-1] > now - window)
        ranking = sorted((-self.views(page, window, now), page) for page in pages)
        return [page for _, page in ranking[:k]]
