class LRUCache:
    def __init__(self, capacity):
        self.room = capacity
        self.value = {}
        self.after = {None: None}
        self.before = {None: None}

    def _out(self, key):
        a, b = self.before.pop(key), self.after.pop(key)
        self.after[a] = b
        self.before[b] = a

    def _in(self, key):
        newest = self.before[None]
        self.after[newest] = key
        self.before[key], self.after[key] = newest, None
        self.before[None] = key

    def get(self, key):
        if key not in self.value:
            return -1
        self._out(key)
        self._in(key)
        return self.value[key]

    def put(self, key, value):
        if key in self.value:
            self._out(key)
        elif len(self.value) == self.room:
            oldest = self.after[None]
            self._out(oldest)
            del self.value[oldest]
        self._in(key)
        self.value[key] = value
