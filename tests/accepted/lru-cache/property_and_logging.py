class LRUCache:
    instances = 0

    def __init__(self, capacity):
        type(self).instances += 1
        self._capacity = capacity
        self._data = OrderedDict()
        print("capacity", capacity)

    @property
    def full(self):
        return len(self._data) > self._capacity

    def get(self, key):
        if (value := self._data.get(key)) is None:
            return -1
        self._data.move_to_end(key)
        return value

    def put(self, key, value):
        self._data |= {key: value}
        self._data.move_to_end(key)
        if self.full:
            self._data.popitem(last=False)
