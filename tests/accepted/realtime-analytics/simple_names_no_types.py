class Analytics:
    def __init__(self):
        self.q = deque()
        self.p = {}

    def record(self, page, user, at):
        while self.q and self.q[0][1] <= at - 3600:
            name, old, who = self.q.popleft()
            t, s = self.p[name]
            t.popleft()
            if s.get(who) == old:
                s[who] = -1
            if not t:
                del self.p[name]
            elif len(s) > 2 * len(t):
                self.p[name] = (t, {w: x for w, x in s.items() if x >= 0})
        self.q.append((page, at, user))
        if page not in self.p:
            self.p[page] = (deque(), {})
        t, s = self.p[page]
        t.append(at)
        s[user] = at

    def views(self, page, window, now):
        if page not in self.p:
            return 0
        t = self.p[page][0]
        lo, hi = 0, len(t)
        while lo < hi:
            mid = (lo + hi) // 2
            if t[mid] > now - window:
                hi = mid
            else:
                lo = mid + 1
        return len(t) - lo

    def unique_users(self, page, window, now):
        if page not in self.p:
            return 0
        return sum(x >= 0 and x > now - window for x in self.p[page][1].values())

    def top(self, k, window, now):
        a = []
        for page in self.p:
            n = self.views(page, window, now)
            if n > 0:
                a.append((-n, page))
        a.sort()
        return [page for n, page in a][:k]
