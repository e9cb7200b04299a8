class LRUCache:
    def __init__(self, capacity):
        store = OrderedDict()
        self._store = store
        self._capacity = capacity
        self._move = store.move_to_end

    def get(self, *args):
        (key,) = args
        store = self._store
        if key in store:
            self._move(key)
            return store[key]
        return -1

    def put(self, *args):
        key, value = args
        store = self._store
        store[key] = value
        self._move(key)
        len(store) > self._capacity and store.popitem(last=False)
