"""Wrong: removing "a" takes the points of "ab" too, and "ab" owns nothing any more."""
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
        self.ring += [(place(f"{number}#{server}"), server) for number in range(POINTS)]
        self.ring.sort()
        return True

    def remove(self, server):
        if server not in self.servers:
            return False
        self.servers.discard(server)
        self.ring = [point for point in self.ring if not point[1].startswith(server)]
        return True

    def owner(self, key):
        found = self.owners(key, 1)
        return found[0] if found else None

    def owners(self, key, n):
        found = []
        at = bisect.bisect(self.ring, (place(key), ""))
        while len(found) < min(n, len({server for _, server in self.ring})):
            server = self.ring[at % len(self.ring)][1]
            if server not in found:
                found.append(server)
            at += 1
        return found
