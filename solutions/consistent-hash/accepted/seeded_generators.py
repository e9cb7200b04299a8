"""Accepted: a random generator seeded by the name gives a server its points, in the camelCase habit."""
import hashlib
import random
import zlib


class hashRing:
    NODES = 150

    def __init__(self):
        self.sortedPoints = []
        self.pointToServer = {}
        self.serverToPoints = {}

    def hashOf(self, key):
        return zlib.crc32(key.encode()) * 2654435761 + int(hashlib.md5(key.encode()).hexdigest()[:16], 16) & (2 ** 64 - 1)

    def add(self, server):
        if server in self.serverToPoints:
            return False
        rng = random.Random(server)
        self.serverToPoints[server] = [rng.getrandbits(64) for _ in range(self.NODES)]
        for point in self.serverToPoints[server]:
            self.pointToServer[point] = server
            bisect.insort(self.sortedPoints, point)
        return True

    def remove(self, server):
        if server not in self.serverToPoints:
            return False
        for point in self.serverToPoints.pop(server):
            del self.pointToServer[point]
            del self.sortedPoints[bisect.bisect_left(self.sortedPoints, point)]
        return True

    def owner(self, key):
        for server in self.walk(key):
            return server

    def owners(self, key, n):
        return list(itertools.islice(self.walk(key), n))

    def walk(self, key):
        seen = set()
        start = bisect.bisect_left(self.sortedPoints, self.hashOf(key))
        for i in range(len(self.sortedPoints)):
            server = self.pointToServer[self.sortedPoints[(start + i) % len(self.sortedPoints)]]
            if server not in seen:
                seen.add(server)
                yield server
                if len(seen) == len(self.serverToPoints):
                    return
