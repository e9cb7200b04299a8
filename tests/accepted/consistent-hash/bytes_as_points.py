import hashlib, bisect

class HashRing:
    def __init__(self):
        self.ring = []
        self.who = {}
        self.nodes = set()

    def _h(self, s):
        return hashlib.sha1(s.encode()).digest()

    def add(self, server):
        if server in self.nodes:
            return False
        self.nodes.add(server)
        for i in range(120):
            h = self._h(server + "\x00" + str(i))
            self.who[h] = server
            self.ring.append(h)
        self.ring.sort()
        return True

    def remove(self, server):
        if server not in self.nodes:
            return False
        self.nodes.discard(server)
        dead = {self._h(server + "\x00" + str(i)) for i in range(120)}
        self.ring = [h for h in self.ring if h not in dead]
        for h in dead:
            self.who.pop(h)
        return True

    def owner(self, key):
        res = self.owners(key, 1)
        return res[0] if res else None

    def owners(self, key, n):
        res = []
        i = bisect.bisect_left(self.ring, self._h(key))
        while len(res) < n and len(res) < len(self.nodes):
            s = self.who[self.ring[i % len(self.ring)]]
            if s not in res:
                res.append(s)
            i += 1
        return res
