from abc import ABC, abstractmethod


class Window(ABC):
    @abstractmethod
    def forget(self, page, user, at): ...

    def __init__(self):
        self.log = deque()

    def expired(self, edge):
        while self.log and self.log[0][2] <= edge:
            yield self.log.popleft()

    def add(self, page, user, at):
        for old in self.expired(at - 3600):
            self.forget(*old)
        self.log.append((page, user, at))


class Analytics(Window):
    def __init__(self):
        super().__init__()
        self.times = defaultdict(deque)
        self.users = defaultdict(dict)

    def forget(self, page, user, at):
        self.times[page].popleft()
        if self.users[page].get(user, -1) == at:
            self.users[page].pop(user)
        if not self.times[page]:
            self.times.pop(page)
            self.users.pop(page)

    def record(self, page, user, at):
        self.add(page, user, at)
        self.times[page].append(at)
        self.users[page][user] = at

    def views(self, page, window, now):
        if page not in self.times:
            return 0
        times = self.times[page]
        return len(times) - bisect.bisect_right(times, now - window)

    def unique_users(self, page, window, now):
        if page not in self.users:
            return 0
        return operator.countOf((now - at < window for at in self.users[page].values()), True)

    def top(self, k, window, now):
        by_count = defaultdict(list)
        for page in self.times:
            by_count[self.views(page, window, now)].append(page)
        by_count.pop(0, None)
        return list(itertools.islice(chain.from_iterable(sorted(by_count[n]) for n in sorted(by_count, reverse=True)), k))
