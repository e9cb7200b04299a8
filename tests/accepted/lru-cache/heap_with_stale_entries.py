import heapq

class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.now = 0
        self.table = {}
        self.heap = []

    def get(self, key):
        if key not in self.table:
            return -1
        value, _ = self.table[key]
        self._use(key, value)
        return value

    def put(self, key, value):
        self._use(key, value)
        while len(self.table) > self.capacity:
            when, old = heapq.heappop(self.heap)
            if self.table[old][1] == when if old in self.table else False:
                del self.table[old]

    def _use(self, key, value):
        self.now += 1
        self.table[key] = (value, self.now)
        heapq.heappush(self.heap, (self.now, key))
