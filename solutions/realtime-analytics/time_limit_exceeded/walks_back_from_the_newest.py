"""Slow: walks back over the views of the page, from the newest to the edge of the window."""


class Analytics:
    def __init__(self):
        self.log, self.pages = deque(), {}

    def record(self, page, user, at):
        while self.log and self.log[0][0] <= at - 3600:
            old = self.log.popleft()[1]
            self.pages[old].popleft()
            if not self.pages[old]:
                del self.pages[old]
        self.log.append((at, page))
        self.pages.setdefault(page, deque()).append((at, user))

    def recent(self, page, edge):
        for at, user in reversed(self.pages.get(page, ())):
            if at <= edge:
                return
            yield user

    def views(self, page, window, now):
        return sum(1 for _ in self.recent(page, now - window))

    def unique_users(self, page, window, now):
        return len(set(self.recent(page, now - window)))

    def top(self, k, window, now):
        ranking = sorted((-self.views(page, window, now), page) for page in self.pages)
        return [page for count, page in ranking if count][:k]
