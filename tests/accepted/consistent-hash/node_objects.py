import hashlib
from bisect import insort, bisect_left


class VirtualNode:
    __slots__ = ("at", "server")

    def __init__(self, at, server):
        self.at, self.server = at, server

    def __lt__(self, other):
        return self.at < other.at


class HashRing:
    def __init__(self):
        self.circle = []
        self.physical = {}

    def at(self, text):
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")

    def add(self, server):
        if server in self.physical:
            return False
        nodes = [VirtualNode(self.at(f"vn{i}@{server}"), server) for i in range(100)]
        self.physical[server] = nodes
        for node in nodes:
            insort(self.circle, node)
        return True

    def remove(self, server):
        if server not in self.physical:
            return False
        for node in self.physical.pop(server):
            del self.circle[bisect_left(self.circle, node)]
        return True

    def owner(self, key):
        first = self.owners(key, 1)
        return first.pop() if first else None

    def owners(self, key, n):
        result = []
        if self.circle:
            i = bisect_left(self.circle, VirtualNode(self.at(key), None))
            while len(result) < min(n, len(self.physical)):
                server = self.circle[i % len(self.circle)].server
                if server not in result:
                    result.append(server)
                i += 1
        return result
