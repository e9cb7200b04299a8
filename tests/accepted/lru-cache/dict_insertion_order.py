class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.data = capacity, {}
        self.used = deque()
        self.stamp = {}
        self.clock = 0

    def _touch(self, key):
        self.clock += 1
        self.stamp[key] = self.clock
        self.used.append((key, self.clock))

    def get(self, key):
        if key in self.data:
            self._touch(key)
            return self.data[key]
        return -1

    def put(self, key, value):
        self._touch(key)
        self.data[key] = value
        while len(self.data) > self.capacity:
            key, when = self.used.popleft()
            if self.stamp.get(key) == when:
                del self.data[key], self.stamp[key]
