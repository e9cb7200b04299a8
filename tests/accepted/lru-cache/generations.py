class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.slots = []
        self.first = 0
        self.place = {}
        self.value = {}

    def get(self, key):
        if key not in self.value:
            return -1
        self._fresh(key)
        return self.value[key]

    def put(self, key, value):
        self.value[key] = value
        self._fresh(key)
        while len(self.value) > self.capacity:
            old = self.slots[self.first]
            if self.place[old] == self.first:
                del self.value[old], self.place[old]
            self.first += 1
            while self.slots[self.first] not in self.place:
                self.first += 1

    def _fresh(self, key):
        self.place[key] = len(self.slots)
        self.slots.append(key)
