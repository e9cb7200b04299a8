class Analytics:
    def __init__(self):
        self.data = {}
        self.hour = 0

    def record(self, page, user, at):
        if at // 3600 != self.hour:
            self.hour = at // 3600
            self.rebuild(at - 3600)
        times, users = self.data.setdefault(page, ([], {}))
        times.append(at)
        users[user] = at

    def rebuild(self, edge):
        kept = {}
        for page, (times, users) in self.data.items():
            i = bisect.bisect_right(times, edge)
            if i < len(times):
                kept[page] = (times[i:], {u: t for u, t in users.items() if t > edge})
        self.data = kept

    def views(self, page, window, now):
        times = self.data[page][0] if page in self.data else []
        return len(times) - bisect.bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        users = self.data[page][1] if page in self.data else {}
        return sum(t > now - window for t in users.values())

    def top(self, k, window, now):
        pages = [(self.views(page, window, now), page) for page in self.data]
        return [p for v, p in sorted(pages, key=lambda x: (-x[0], x[1])) if v][:k]
