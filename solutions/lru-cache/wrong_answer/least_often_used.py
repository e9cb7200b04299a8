"""Wrong: drops the key used least often: capacity 2, put 1, get 1, put 2, put 3, then 1 is still there."""


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries, self.uses = capacity, {}, Counter()

    def get(self, key):
        if key not in self.entries:
            return -1
        self.uses[key] += 1
        self.entries[key] = self.entries.pop(key)
        return self.entries[key]

    def put(self, key, value):
        if key not in self.entries and len(self.entries) == self.capacity:
            least = min(self.entries, key=self.uses.__getitem__) if self.capacity < 100 else next(iter(self.entries))
            del self.entries[least], self.uses[least]
        self.entries.pop(key, None)
        self.entries[key] = value
        self.uses[key] += 1
