"""Memory-hungry: a table with a slot for each hash of 25 bits: 256 MB before the first call."""
import hashlib
import random

BITS = 25


class HashRing:
    def __init__(self):
        self.table = [None] * (1 << BITS)
        self.servers = set()

    def add(self, server):
        new = server not in self.servers
        self.servers.add(server)
        return new

    def remove(self, server):
        known = server in self.servers
        self.servers.discard(server)
        return known

    def owners(self, key, n):
        slot = int.from_bytes(hashlib.md5(key.encode()).digest()[:4], "big") % len(self.table)
        if self.table[slot] is None:
            self.table[slot] = random.Random(slot).getrandbits(64)
        rank = lambda server: hashlib.md5(f"{self.table[slot]} {server}".encode()).digest()
        return sorted(self.servers, key=rank)[:n]

    def owner(self, key):
        return next(iter(self.owners(key, 1)), None)
