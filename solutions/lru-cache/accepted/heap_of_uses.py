"""Accepted: a heap of (time, key) with lazy deletion, O(log n) per call; a dataclass for the entries."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Entry:
    value: int
    used: int


class LruCache:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.entries: dict[int, Entry] = {}
        self.heap: list[tuple[int, int]] = []
        self.tick = itertools.count()

    def touch(self, key: int) -> Entry:
        entry = self.entries[key]
        entry.used = next(self.tick)
        heapq.heappush(self.heap, (entry.used, key))
        return entry

    def get(self, key: int) -> int:
        return self.touch(key).value if key in self.entries else -1

    def put(self, key: int, value: int) -> None:
        if key not in self.entries and len(self.entries) == self.capacity:
            while True:
                used, oldest = heapq.heappop(self.heap)
                if oldest in self.entries and self.entries[oldest].used == used:
                    del self.entries[oldest]
                    break
        self.entries[key] = Entry(value, 0)
        self.touch(key)
