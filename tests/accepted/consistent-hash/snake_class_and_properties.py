from hashlib import md5
from bisect import bisect


class hash_ring:
    virtual = 110

    def __init__(self):
        self.__points = []
        self.__owner = {}
        self.__members = frozenset()

    @property
    def size(self):
        return len(self.__members)

    @classmethod
    def digest(cls, *parts):
        return md5(repr(parts).encode()).hexdigest()

    def add(self, server):
        if server in self.__members:
            return False
        self.__members |= {server}
        new = {self.digest(server, i): server for i in range(self.virtual)}
        self.__owner.update(new)
        self.__points = sorted(self.__points + list(new))
        return True

    def remove(self, server):
        if server not in self.__members:
            return False
        self.__members -= {server}
        self.__owner = {point: name for point, name in self.__owner.items() if name != server}
        self.__points = [point for point in self.__points if point in self.__owner]
        return True

    def owner(self, key):
        if not self.size:
            return None
        at = bisect(self.__points, self.digest(key))
        return self.__owner[self.__points[at % len(self.__points)]]

    def owners(self, key, n):
        at = bisect(self.__points, self.digest(key))
        turned = self.__points[at:at + 400] if self.size else []
        names = list(dict.fromkeys(map(self.__owner.get, turned)))
        if len(names) < min(n, self.size):
            names = list(dict.fromkeys(map(self.__owner.get, self.__points[at:] + self.__points[:at])))
        return names[:n]
