"""Wrong: a new key goes to the server with the fewest, so it depends on what was asked before."""
import bisect
import hashlib

POINTS = 128


def place(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")


class HashRing:
    def __init__(self):
        self.ring, self.servers, self.held = [], set(), {}

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
        if self.held.get(key) not in self.servers:
            counts = dict.fromkeys(sorted(self.servers), 0)
            for server in self.held.values():
                if server in counts:
                    counts[server] += 1
            self.held[key] = min(counts, key=counts.get, default=None)
        return self.held[key]

    def owners(self, key, n):
        found = []
        at = bisect.bisect(self.ring, (place(key), ""))
        while len(found) < min(n, len(self.servers)):
            server = self.ring[at % len(self.ring)][1]
            if server not in found:
                found.append(server)
            at += 1
        return found
