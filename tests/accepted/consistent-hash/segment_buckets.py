import hashlib

BUCKETS = 1024


class HashRing:
    """Points in buckets by their first bits: short lists to keep in order."""

    def __init__(self):
        self.buckets = [[] for _ in range(BUCKETS)]
        self.servers = set()

    def hash(self, text):
        return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")

    def points(self, server):
        for i in range(128):
            point = self.hash(f"{i} of {server}")
            yield self.buckets[point * BUCKETS >> 64], (point, server)

    def add(self, server):
        if server in self.servers:
            return False
        self.servers.add(server)
        for bucket, point in self.points(server):
            insort(bucket, point)
        return True

    def remove(self, server):
        if server not in self.servers:
            return False
        self.servers.remove(server)
        for bucket, point in self.points(server):
            bucket.remove(point)
        return True

    def walk(self, key):
        point = self.hash(key)
        first = point * BUCKETS >> 64
        at = bisect_right(self.buckets[first], (point, ""))
        for _, server in self.buckets[first][at:]:
            yield server
        for step in range(1, BUCKETS):
            for _, server in self.buckets[(first + step) % BUCKETS]:
                yield server
        for _, server in self.buckets[first][:at]:
            yield server

    def owner(self, key):
        return next(self.walk(key), None) if self.servers else None

    def owners(self, key, n):
        found = []
        if self.servers:
            for server in self.walk(key):
                if server not in found:
                    found.append(server)
                    if len(found) == min(n, len(self.servers)):
                        break
        return found
