"""Wrong: the servers live on the class: a second ring begins with the first one's."""
import bisect
import hashlib

POINTS = 128


def place(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")


class HashRing:
    ring, servers = [], set()

    def __init__(self):
        pass

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
        self.ring = [point for point in self.ring if point[1] != server]
        return True

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
