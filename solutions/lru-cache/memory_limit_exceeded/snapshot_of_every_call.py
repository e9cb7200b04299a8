"""Memory-hungry: keeps a copy of all entries after each put, to look at later: gigabytes."""


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries, self.history = capacity, {}, []

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = self.entries.pop(key)
        return self.entries[key]

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            del self.entries[next(iter(self.entries))]
        self.history.append(dict(self.entries))
