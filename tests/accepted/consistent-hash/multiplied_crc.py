from zlib import crc32

def mix(x):
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
    return x ^ (x >> 31)

def number(text):
    raw = text.encode()
    return mix(crc32(raw) << 32 | crc32(raw, 77))

class HashRing:
    def __init__(self):
        self.ring = []
        self.own = {}
        self.of = {}

    def add(self, server):
        if server in self.of:
            return False
        seed = number(server)
        self.of[server] = []
        for i in range(128):
            seed = seed + 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
            point = mix(seed)
            self.of[server].append(point)
            self.own[point] = server
        self.ring = list(heapq.merge(self.ring, sorted(self.of[server])))
        return True

    def remove(self, server):
        if server not in self.of:
            return False
        gone = set(self.of.pop(server))
        self.ring = [p for p in self.ring if p not in gone]
        return True

    def owner(self, key):
        if not self.ring:
            return None
        i = bisect.bisect(self.ring, mix(number(key)))
        return self.own[self.ring[i - len(self.ring)]]

    def owners(self, key, n):
        i = bisect.bisect(self.ring, mix(number(key)))
        chosen = []
        while len(chosen) < min(n, len(self.of)):
            server = self.own[self.ring[i % len(self.ring)]]
            i += 1
            if server in chosen:
                continue
            chosen.append(server)
        return chosen
