class Recency:
    def touch(self, key):
        self.data.move_to_end(key)

class Eviction:
    def trim(self):
        while len(self.data) > self.capacity:
            self.data.popitem(last=False)

class LRUCache(Recency, Eviction):
    def __init__(self, capacity):
        self.data = OrderedDict()
        self.capacity = capacity

    def get(self, key):
        if key not in self.data:
            return -1
        self.touch(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.touch(key)
        self.trim()
