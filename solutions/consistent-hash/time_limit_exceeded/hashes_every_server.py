"""Slow: rendezvous hashing: right and short, but each key is hashed with each server."""
import hashlib
import heapq


class HashRing:
    def __init__(self):
        self.servers = set()

    def add(self, server):
        new = server not in self.servers
        self.servers.add(server)
        return new

    def remove(self, server):
        known = server in self.servers
        self.servers.discard(server)
        return known

    def owner(self, key):
        return max(self.servers, key=lambda server: self.score(key, server), default=None)

    def owners(self, key, n):
        return heapq.nlargest(n, self.servers, key=lambda server: self.score(key, server))

    def score(self, key, server):
        return hashlib.md5(f"{len(key)}:{key}{server}".encode()).digest()
