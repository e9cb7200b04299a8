from typing import Dict, Iterator, List, Tuple

HOUR = 60 * 60


class PageLog:
    __slots__ = ("times", "last")

    def __init__(self) -> None:
        self.times: List[int] = []
        self.last: Dict[str, int] = {}

    def recent(self, edge: int) -> Iterator[Tuple[str, int]]:
        for user in reversed(self.last):
            if self.last[user] <= edge:
                return
            yield user, self.last[user]


class Analytics:
    def __init__(self, debug: bool = False) -> None:
        self.log = collections.deque(maxlen=None)
        self.pages: Dict[str, PageLog] = {}
        self.debug = debug

    def record(self, page: str, user: str, at: int) -> None:
        assert at >= 0
        while self.log:
            match self.log[0]:
                case (old, _, _) if old > at - HOUR:
                    break
                case (old, name, who):
                    self.log.popleft()
                    self.expire(name, who, old)
        self.log.append((at, page, user))
        entry = self.pages.get(page) or self.pages.setdefault(page, PageLog())
        entry.times.append(at)
        entry.last.pop(user, 0)
        entry.last[user] = at

    def expire(self, page: str, user: str, old: int) -> None:
        entry = self.pages.get(page)
        if entry is None:
            return
        if entry.times[-1] <= old:
            del self.pages[page]
            return
        if entry.last.get(user) == old:
            del entry.last[user]
        if len(entry.times) > 64 and entry.times[len(entry.times) // 2] <= old:
            entry.times = entry.times[bisect.bisect_right(entry.times, old):]

    def views(self, page: str, window: int, now: int) -> int:
        if not (entry := self.pages.get(page)):
            return 0
        return len(entry.times) - bisect.bisect_right(entry.times, now - window)

    def unique_users(self, page: str, window: int, now: int) -> int:
        if not (entry := self.pages.get(page)):
            return 0
        return len(list(entry.recent(now - window)))

    def top(self, k: int, window: int, now: int) -> List[str]:
        def key(page: str) -> Tuple[int, str]:
            return -self.views(page, window, now), page

        live = [p for p, entry in self.pages.items() if entry.times[-1] > now - window]
        if self.debug:
            print(live)
        return sorted(live, key=key)[:k]


if __name__ == "__main__":
    site = Analytics(debug=True)
    site.record("home", "me", 0)
    print(site.top(1, 60, 0))
