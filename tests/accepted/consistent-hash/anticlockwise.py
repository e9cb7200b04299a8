import hashlib

class HashRing:
    """A key belongs to the last point before it."""

    def __init__(self):
        self.ps, self.names = [], set()

    def h(self, kind, text):
        return hashlib.md5((kind + text).encode()).digest()

    def add(self, server):
        if server in self.names:
            return False
        self.names.add(server)
        self.ps.extend([self.h(f"p{i:03}", server), server] for i in range(140))
        self.ps.sort()
        return True

    def remove(self, server):
        if not server in self.names:
            return False
        self.names.remove(server)
        self.ps = [p for p in self.ps if p[1] != server]
        return True

    def owner(self, key):
        return next(iter(self.owners(key, 1)), None)

    def owners(self, key, n):
        k = bisect.bisect_left(self.ps, [self.h("k", key)])
        result = []
        while len(result) < n and len(result) < len(self.names):
            k -= 1
            if self.ps[k][1] not in result:
                result.append(self.ps[k][1])
            if k <= -len(self.ps):
                k += len(self.ps)
        return result

ring = HashRing()
assert ring.owner("k") is None and ring.owners("k", 2) == []
assert ring.add("a") and not ring.add("a")
assert ring.owners("k", 3) == ["a"]
