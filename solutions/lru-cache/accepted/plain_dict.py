"""Accepted: a plain dict: out and in again at the end; the oldest is the first."""


class LRUCache(object):
    def __init__(self, capacity):
        """
        :type capacity: int
        """
        self.capacity = capacity
        self.entries = {}

    def get(self, key):
        """
        :type key: int
        :rtype: int
        """
        if key in self.entries:
            value = self.entries[key] = self.entries.pop(key)
            return value
        return -1

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            del self.entries[next(iter(self.entries))]


if __name__ == "__main__":
    cache = LRUCache(int(input()))
    cache.put(1, 1)
    print(cache.get(1))
