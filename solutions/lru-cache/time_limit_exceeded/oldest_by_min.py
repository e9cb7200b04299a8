"""Slow: finds the oldest key by min() over all times of use."""


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.values, self.used, self.now = capacity, {}, {}, 0

    def get(self, key):
        if key not in self.values:
            return -1
        self.now += 1
        self.used[key] = self.now
        return self.values[key]

    def put(self, key, value):
        self.now += 1
        if key not in self.values and len(self.values) == self.capacity:
            oldest = min(self.used, key=self.used.get)
            del self.values[oldest], self.used[oldest]
        self.values[key] = value
        self.used[key] = self.now
