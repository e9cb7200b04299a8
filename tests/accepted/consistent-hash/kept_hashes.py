import hashlib
from functools import lru_cache

@lru_cache(maxsize=None)
def vnode(server, i):
    return int(hashlib.md5(("%d:%s" % (i, server)).encode()).hexdigest(), 16)

def position(key):
    return int(hashlib.md5(key.encode()).hexdigest(), 16)

class HashRing:
    def __init__(self, replicas=100):
        self.replicas = replicas
        self.keys = []
        self.map = dict()
        self.count = 0
        self.alive = Counter()

    def add(self, server):
        if self.alive[server]:
            return False
        self.alive[server] = 1
        self.count += 1
        for i in range(self.replicas):
            p = vnode(server, i)
            self.map[p] = server
            self.keys.append(p)
        self.keys.sort()
        return True

    def remove(self, server):
        if not self.alive[server]:
            return False
        self.alive[server] = 0
        self.count -= 1
        for i in range(self.replicas):
            p = vnode(server, i)
            self.map.pop(p)
            self.keys.pop(bisect_left(self.keys, p))
        return True

    def owner(self, key):
        if self.count == 0:
            return None
        i = bisect_left(self.keys, position(key))
        if i == len(self.keys):
            i = 0
        return self.map[self.keys[i]]

    def owners(self, key, n):
        if self.count == 0:
            return []
        i = bisect_left(self.keys, position(key))
        seen = []
        for j in range(len(self.keys)):
            if i + j >= len(self.keys):
                i -= len(self.keys)
            s = self.map[self.keys[i + j]]
            if s not in seen:
                seen.append(s)
            if len(seen) == min(n, self.count):
                break
        return seen
