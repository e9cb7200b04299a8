from sortedcontainers import SortedList


class Page:
    def __init__(self):
        self.times = SortedList()
        self.by_time = SortedList()
        self.by_user = {}

    def see(self, user, at):
        self.times.add(at)
        if user in self.by_user:
            self.by_time.remove((self.by_user[user], user))
        self.by_user[user] = at
        self.by_time.add((at, user))

    def drop(self, user, at):
        self.times.pop(0)
        if self.by_user.get(user) == at:
            self.by_time.remove((at, user))
            del self.by_user[user]
        return len(self.times) == 0


class Analytics:
    def __init__(self):
        self.log = deque()
        self.pages = {}

    def record(self, page, user, at):
        while self.log and self.log[0][2] + 3600 <= at:
            old_page, old_user, old = self.log.popleft()
            if self.pages[old_page].drop(old_user, old):
                self.pages.pop(old_page)
        self.log.append((page, user, at))
        if page not in self.pages:
            self.pages[page] = Page()
        self.pages[page].see(user, at)

    def views(self, page, window, now):
        if page in self.pages:
            times = self.pages[page].times
            return len(times) - times.bisect_right(now - window)
        return 0

    def unique_users(self, page, window, now):
        if page in self.pages:
            seen = self.pages[page].by_time
            return len(seen) - seen.bisect_left((now - window + 1, ""))
        return 0

    def top(self, k, window, now):
        counted = ((self.views(p, window, now), p) for p in self.pages)
        return [p for _, p in heapq.nsmallest(k, ((-n, p) for n, p in counted if n))]
