"""Wrong: a miss puts the key into the cache with -1: capacity 1, put 1, get 2, get 1 is a miss."""


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries = capacity, OrderedDict()

    def get(self, key):
        self.put(key, self.entries.get(key, -1))
        return self.entries[key]

    def put(self, key, value):
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
