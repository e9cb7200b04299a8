class Entry:
    def __init__(self, value):
        self.value = value

class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        entry = self.entries.get(key)
        if entry:
            self.entries.move_to_end(key)
            return entry.value
        return -1

    def put(self, key, value):
        self.entries[key] = Entry(value)
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
