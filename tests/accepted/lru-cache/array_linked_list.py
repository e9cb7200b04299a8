class LRUCache:
    def __init__(self, capacity):
        n = capacity + 1
        self.prev, self.next = [0] * n, [0] * n
        self.key, self.val = [None] * n, [0] * n
        self.slot, self.fresh, self.n = {}, 1, n

    def _unlink(self, i):
        self.next[self.prev[i]] = self.next[i]
        self.prev[self.next[i]] = self.prev[i]

    def _link(self, i):
        last = self.prev[0]
        self.next[last] = i
        self.prev[i], self.next[i] = last, 0
        self.prev[0] = i

    def get(self, key):
        i = self.slot.get(key)
        if i is None:
            return -1
        self._unlink(i)
        self._link(i)
        return self.val[i]

    def put(self, key, value):
        i = self.slot.get(key)
        if i is not None:
            self._unlink(i)
        elif self.fresh < self.n:
            i = self.fresh
            self.fresh += 1
        else:
            i = self.next[0]
            self._unlink(i)
            del self.slot[self.key[i]]
        self.key[i], self.val[i], self.slot[key] = key, value, i
        self._link(i)
