"""Does not load: the constructor needs the number of points."""


class HashRing:
    def __init__(self, points):
        self.points, self.servers = points, set()

    def add(self, server):
        return True

    def remove(self, server):
        return True

    def owner(self, key):
        return None

    def owners(self, key, n):
        return []
