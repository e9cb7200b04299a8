"""Wrong: point 11 of "s" and point 1 of "s1" are one: who was added last has it, and takes it away."""
import bisect
import hashlib

POINTS = 128


def place(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")


class HashRing:
    def __init__(self):
        self.home, self.servers = {}, set()
        self.ring = []

    def add(self, server):
        if server in self.servers:
            return False
        self.servers.add(server)
        for number in range(POINTS):
            self.home[place(f"{server}{number}")] = server
        self.ring = sorted(self.home.items())
        return True

    def remove(self, server):
        if server not in self.servers:
            return False
        self.servers.discard(server)
        for number in range(POINTS):
            self.home.pop(place(f"{server}{number}"), None)
        self.ring = sorted(self.home.items())
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
