"""Does not load: the constructor takes no capacity."""


class LRUCache:
    def __init__(self):
        self.entries = OrderedDict()

    def get(self, key):
        return self.entries.get(key, -1)

    def put(self, key, value):
        self.entries[key] = value
