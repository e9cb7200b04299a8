"""Wrong: the points hang on the name in small letters, so "a" and "A" lie on one another."""
import hashlib
from bisect import bisect_left


class HashRing:
    def __init__(self):
        self.ring, self.names = [], set()

    def add(self, server):
        if server in self.names:
            return False
        self.names.add(server)
        self.ring += [(place(f"{number}/{server.lower()}"), server) for number in range(160)]
        self.ring.sort()
        return True

    def remove(self, server):
        if server not in self.names:
            return False
        self.names.remove(server)
        self.ring = [point for point in self.ring if point[1] != server]
        return True

    def owner(self, key):
        return next(self.ranking(key), None)

    def owners(self, key, n):
        return [server for server, _ in zip(self.ranking(key), range(n))]

    def ranking(self, key):
        start, met = bisect_left(self.ring, (place(key),)), set()
        for at in range(start, start + len(self.ring)):
            server = self.ring[at % len(self.ring)][1]
            if server not in met:
                met.add(server)
                yield server


def place(text):
    return int.from_bytes(hashlib.sha1(text.encode()).digest()[:8], "big")
