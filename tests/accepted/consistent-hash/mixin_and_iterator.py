import hashlib
from abc import ABC, abstractmethod
from bisect import bisect


class Hashing(ABC):
    @abstractmethod
    def digest(self, text: str) -> int: ...


class Md5(Hashing):
    def digest(self, text: str) -> int:
        return int(hashlib.md5(text.encode()).hexdigest(), 16)


class Walk:
    def __init__(self, ring, at):
        self.ring, self.at, self.left = ring, at, len(ring.points)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        point = self.ring.points[self.at % len(self.ring.points)]
        self.at += 1
        return self.ring.server_of[point]


class HashRing(Md5):
    def __init__(self):
        self.points = []
        self.server_of = {}
        self.points_of = defaultdict(list)

    def add(self, server):
        if self.points_of[server]:
            return False
        for i in range(128):
            point = self.digest(f"{i:>4}{server}")
            self.server_of[point] = server
            self.points_of[server].append(point)
        self.points += self.points_of[server]
        self.points.sort()
        return True

    def remove(self, server):
        points = self.points_of.pop(server, [])
        for point in points:
            del self.server_of[point]
        if points:
            self.points = [p for p in self.points if p in self.server_of]
        return bool(points)

    def owner(self, key):
        return next(Walk(self, bisect(self.points, self.digest(key))), None)

    def owners(self, key, n):
        found = []
        total = sum(1 for points in self.points_of.values() if points)
        for server in Walk(self, bisect(self.points, self.digest(key))):
            if server not in found:
                found.append(server)
            if len(found) == min(n, total):
                break
        return found
