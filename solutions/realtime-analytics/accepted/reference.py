"""Reference: sorted times and last views for each page, and one queue that says what to forget.

Time: O(1) for record, amortised, O(log n) for views, O(answer) for unique_users, O(p log n + p log p)
for top over p pages, Space: O(views of an hour).
"""
from bisect import bisect_right
from collections import deque

HOUR = 3600


class Page:
    __slots__ = ("times", "start", "last")

    def __init__(self):
        self.times = []
        self.start = 0
        self.last = {}


class Analytics:
    def __init__(self):
        self.log = deque()
        self.pages = {}

    def record(self, page, user, at):
        log = self.log
        while log and log[0][2] <= at - HOUR:
            self._forget(*log.popleft())
        log.append((page, user, at))
        found = self.pages.get(page)
        if found is None:
            found = self.pages[page] = Page()
        found.times.append(at)
        found.last.pop(user, None)
        found.last[user] = at

    def _forget(self, page, user, at):
        found = self.pages[page]
        found.start += 1
        if found.start == len(found.times):
            del self.pages[page]
            return
        if found.last.get(user) == at:
            del found.last[user]
        if found.start * 2 > len(found.times):
            del found.times[:found.start]
            found.start = 0

    def views(self, page, window, now):
        found = self.pages.get(page)
        if found is None:
            return 0
        return len(found.times) - bisect_right(found.times, now - window)

    def unique_users(self, page, window, now):
        found = self.pages.get(page)
        if found is None:
            return 0
        count = 0
        for at in reversed(found.last.values()):
            if at <= now - window:
                break
            count += 1
        return count

    def top(self, k, window, now):
        edge = now - window
        found = []
        for name, page in self.pages.items():
            times = page.times
            if times[-1] > edge:
                found.append((bisect_right(times, edge) - len(times), name))
        return [name for _, name in sorted(found)[:k]]
