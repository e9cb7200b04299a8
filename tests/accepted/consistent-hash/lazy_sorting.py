import hashlib
import bisect


class HashRing:
    """Sorted only when it is asked after a change."""

    def __init__(self):
        self._points, self._dirty = {}, False
        self._order, self._members = [], {}

    @staticmethod
    def _hash(text):
        return hashlib.blake2s(text.encode("utf-8"), digest_size=8).hexdigest()

    def add(self, server):
        if server in self._members:
            return False
        self._members[server] = [self._hash(f"{i}.{server}") for i in range(150)]
        self._points.update((p, server) for p in self._members[server])
        self._dirty = True
        return True

    def remove(self, server):
        points = self._members.pop(server, [])
        for p in points:
            self._points.pop(p)
        self._dirty = self._dirty or bool(points)
        return bool(points)

    def _find(self, key):
        if self._dirty:
            self._order = sorted(self._points)
            self._dirty = False
        return bisect.bisect_right(self._order, self._hash("key " + key))

    def owner(self, key):
        if self._members:
            at = self._find(key)
            return self._points[self._order[at if at < len(self._order) else 0]]

    def owners(self, key, n):
        found, at = [], self._find(key)
        n = min(n, len(self._members))
        while len(found) < n:
            server = self._points[self._order[at % len(self._order)]]
            if server not in found:
                found += [server]
            at += 1
        return found
