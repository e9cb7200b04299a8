class LRUCache:
    """`put` returns something, which is nobody's business."""
    def __init__(self, capacity=10):
        self.capacity, self.store = capacity, OrderedDict()

    def get(self, key, default=-1):
        if key in self.store:
            self.store.move_to_end(key)
        return self.store.get(key, default)

    def put(self, key, value, overwrite=True):
        if key in self.store:
            self.store.move_to_end(key)
        elif len(self.store) >= self.capacity:
            self.store.popitem(last=False)
        self.store[key] = value
        return self
