from bisect import bisect_right
from collections import Counter, defaultdict, deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    at: int
    page: str
    user: str


class Analytics:
    """Events of the last hour, and per page what is needed to count them."""

    def __init__(self) -> None:
        self.events: deque[Event] = deque()
        self.times: dict[str, list[int]] = defaultdict(list)
        self.dropped: Counter[str] = Counter()
        self.last: dict[str, dict[str, int]] = defaultdict(dict)

    def record(self, page: str, user: str, at: int) -> None:
        event = Event(at, page, user)
        self.events.append(event)
        self.times[page].append(at)
        self.last[page][user] = at
        while self.events[0].at <= at - 3600:
            self._drop(self.events.popleft())

    def _drop(self, event: Event) -> None:
        page = event.page
        self.dropped[page] += 1
        if self.last[page].get(event.user) == event.at:
            del self.last[page][event.user]
        if self.dropped[page] == len(self.times[page]):
            for table in (self.times, self.dropped, self.last):
                del table[page]
        elif self.dropped[page] >= 256:
            del self.times[page][: self.dropped.pop(page)]

    def _count(self, page: str, edge: int) -> int:
        return len(self.times[page]) - bisect_right(self.times[page], edge)

    def views(self, page: str, window: int, now: int) -> int:
        return self._count(page, now - window) if page in self.times else 0

    def unique_users(self, page: str, window: int, now: int) -> int:
        return len([at for at in self.last[page].values() if at > now - window]) if page in self.last else 0

    def top(self, k: int, window: int, now: int) -> list[str]:
        counts = Counter({page: self._count(page, now - window) for page in self.times})
        pages = [page for page, count in counts.items() if count]
        pages.sort(key=lambda page: (-counts[page], page))
        return pages[:k]
