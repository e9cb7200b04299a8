"""Wrong: a queue in order of arrival, nothing refreshes: capacity 2, put 1, put 2, get 1, put 3 drops 1."""
from collections import deque


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries, self.order = capacity, {}, deque()

    def get(self, key):
        return self.entries.get(key, -1)

    def put(self, key, value):
        if key not in self.entries:
            if len(self.entries) == self.capacity:
                del self.entries[self.order.popleft()]
            self.order.append(key)
        self.entries[key] = value
