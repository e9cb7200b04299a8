"""Memory-hungry: it forgets pages, but never the users of a page that is viewed all the time."""
from collections import defaultdict, deque

class Seconds:
    """How many views there were up to each second that had one."""

    def __init__(self) -> None:
        self.seconds: list[int] = []
        self.totals: list[int] = [0]

    def add(self, at: int) -> None:
        if self.seconds and self.seconds[-1] == at:
            self.totals[-1] += 1
            return
        if self.seconds and self.seconds[0] <= at - 3600:
            first = bisect.bisect_right(self.seconds, at - 3600)
            del self.seconds[:first], self.totals[:first]
        self.seconds.append(at)
        self.totals.append(self.totals[-1] + 1)

    def since(self, edge: int) -> int:
        return self.totals[-1] - self.totals[bisect.bisect_right(self.seconds, edge)]

class Analytics:
    def __init__(self) -> None:
        self.pages: Dict[str, Seconds] = {}
        self.users: Dict[str, Dict[str, int]] = defaultdict(dict)
        self.latest: "OrderedDict[str, int]" = OrderedDict()

    def record(self, page: str, user: str, at: int) -> None:
        while self.latest:
            name = next(iter(self.latest))
            if self.latest[name] > at - 3600:
                break
            del self.latest[name], self.pages[name], self.users[name]
        if page not in self.pages:
            self.pages[page] = Seconds()
        self.pages[page].add(at)
        self.latest[page] = at
        self.latest.move_to_end(page)
        users = self.users[page]
        users.pop(user, None)
        users[user] = at

    def views(self, page: str, window: int, now: int) -> int:
        return self.pages[page].since(now - window) if page in self.pages else 0

    def unique_users(self, page: str, window: int, now: int) -> int:
        recent = takewhile(lambda at: at > now - window, reversed(self.users.get(page, {}).values()))
        return sum(1 for _ in recent)

    def top(self, k: int, window: int, now: int) -> List[str]:
        counts = {name: page.since(now - window) for name, page in self.pages.items()}
        ranked = sorted((name for name in counts if counts[name]), key=lambda name: (-counts[name], name))
        return ranked[:k]
