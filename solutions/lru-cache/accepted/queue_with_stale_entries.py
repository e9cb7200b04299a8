"""Accepted: a queue of uses with stale entries that are skipped when room is needed; prints left in."""
from collections import deque


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.values, self.last_use = capacity, {}, {}
        self.uses, self.clock = deque(), 0

    def _use(self, key):
        self.clock += 1
        self.last_use[key] = self.clock
        self.uses.append((key, self.clock))

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        self.values[key] = value
        self._use(key)
        while len(self.values) > self.capacity:
            oldest, at = self.uses.popleft()
            if self.last_use.get(oldest) == at:
                print("drop", oldest)
                del self.values[oldest], self.last_use[oldest]
