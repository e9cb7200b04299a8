from sortedcontainers import SortedDict
import itertools

class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.ticks = itertools.count()
        self.by_time = SortedDict()
        self.by_key = {}

    def get(self, key):
        if key not in self.by_key:
            return -1
        when, value = self.by_key[key]
        del self.by_time[when]
        self._store(key, value)
        return value

    def put(self, key, value):
        if key in self.by_key:
            del self.by_time[self.by_key[key][0]]
        self._store(key, value)
        if len(self.by_key) > self.capacity:
            _, oldest = self.by_time.popitem(0)
            del self.by_key[oldest]

    def _store(self, key, value):
        when = next(self.ticks)
        self.by_time[when] = key
        self.by_key[key] = (when, value)
