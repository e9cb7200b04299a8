"""Accepted: dataclasses and properties, a named tuple in the log, nsmallest for the ranking, prints left in."""
from __future__ import annotations

from dataclasses import dataclass, field
from heapq import nsmallest
from typing import NamedTuple


class View(NamedTuple):
    page: str
    user: str
    at: int


@dataclass
class PageStatistics:
    name: str
    times: deque[int] = field(default_factory=deque)
    visits: OrderedDict[str, int] = field(default_factory=OrderedDict)

    def add(self, view: View) -> None:
        self.times.append(view.at)
        self.visits[view.user] = view.at
        self.visits.move_to_end(view.user)

    def drop(self, view: View) -> bool:
        self.times.popleft()
        if self.visits.get(view.user, -1) <= view.at:
            self.visits.pop(view.user, None)
        return not self.times

    def count_after(self, edge: int) -> int:
        return len(self.times) - bisect_right(SlowlyIndexed(self.times), edge)


class SlowlyIndexed:
    """A deque is slow in its middle: count from the end that is nearer."""

    def __init__(self, times: deque[int]) -> None:
        self.times = times

    def __len__(self) -> int:
        return len(self.times)

    def __getitem__(self, place: int) -> int:
        return self.times[place]


class Analytics:
    WINDOW = 60 * 60

    def __init__(self) -> None:
        self.log: deque[View] = deque()
        self.pages: dict[str, PageStatistics] = {}

    def record(self, page: str, user: str, at: int) -> None:
        while self.log and self.log[0].at + self.WINDOW <= at:
            view = self.log.popleft()
            if self.pages[view.page].drop(view):
                del self.pages[view.page]
        view = View(page, user, at)
        self.log.append(view)
        self.pages.setdefault(page, PageStatistics(page)).add(view)

    def views(self, page: str, window: int, now: int) -> int:
        return self.pages[page].count_after(now - window) if page in self.pages else 0

    def unique_users(self, page: str, window: int, now: int) -> int:
        if page not in self.pages:
            print("nobody has seen", page)
            return 0
        unique = 0
        for last in reversed(self.pages[page].visits.values()):
            if now - last >= window:
                break
            unique += 1
        return unique

    def top(self, k: int, window: int, now: int) -> list[str]:
        counted = ((self.views(name, window, now), name) for name in self.pages)
        best = nsmallest(k, ((-count, name) for count, name in counted if count > 0))
        return [name for _, name in best]
