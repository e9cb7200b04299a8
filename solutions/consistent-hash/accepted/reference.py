"""Reference: a sorted list of points, 128 a server, and the server of each point.

Time: O(log(s v)) for owner, O(s v) for add and remove, Space: O(s v).
"""
import hashlib
from bisect import bisect

POINTS = 128


def place(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")


class HashRing:
    def __init__(self):
        self.points = []
        self.home = {}
        self.servers = {}

    def add(self, server):
        if server in self.servers:
            return False
        mine = [place(f"{number}#{server}") for number in range(POINTS)]
        self.servers[server] = mine
        for point in mine:
            self.home[point] = server
        self.points += mine
        self.points.sort()
        return True

    def remove(self, server):
        mine = self.servers.pop(server, None)
        if mine is None:
            return False
        for point in mine:
            del self.home[point]
        home = self.home
        self.points = [point for point in self.points if point in home]
        return True

    def owner(self, key):
        points = self.points
        if not points:
            return None
        at = bisect(points, place(key))
        return self.home[points[at % len(points)]]

    def owners(self, key, n):
        points, home = self.points, self.home
        wanted = min(n, len(self.servers))
        found = []
        at = bisect(points, place(key))
        while len(found) < wanted:
            server = home[points[at % len(points)]]
            if server not in found:
                found.append(server)
            at += 1
        return found
