class Lru_Cache:
    def __init__(self, size):
        self.size = size
        self.items = OrderedDict()
    def Get(self, k):
        try:
            self.items.move_to_end(k)
        except KeyError:
            return -1
        return self.items[k]
    def PUT(self, k, v):
        self.items[k] = v
        self.items.move_to_end(k)
        if len(self.items) > self.size:
            self.items.popitem(False)
