"""Slow: hashes the points of all servers anew at each change."""
import bisect
import hashlib

POINTS = 128


def place(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")


class HashRing:
    def __init__(self):
        self.ring, self.servers = [], set()

    def add(self, server):
        if server in self.servers:
            return False
        self.servers.add(server)
        self.build()
        return True

    def remove(self, server):
        if server not in self.servers:
            return False
        self.servers.discard(server)
        self.build()
        return True

    def build(self):
        self.ring = sorted((place(f"{number}#{server}"), server) for server in self.servers for number in range(POINTS))

    def owner(self, key):
        found = self.owners(key, 1)
        return found[0] if found else None

    def owners(self, key, n):
        found = []
        at = bisect.bisect(self.ring, (place(key), ""))
        while len(found) < min(n, len(self.servers)):
            server = self.ring[at % len(self.ring)][1]
            if server not in found:
                found.append(server)
            at += 1
        return found
