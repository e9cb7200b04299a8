"""Accepted: a generator over the ranking of a key; owner takes its first, owners its first n."""
import hashlib
from itertools import islice


def spot(*parts) -> int:
    return int(hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:15], 16)


class Hash_Ring:
    def __init__(self):
        self.circle: List[Tuple[int, str]] = []
        self.members = set()

    def add(self, server):
        size = len(self.members)
        self.members.add(server)
        if len(self.members) > size:
            self.circle.extend((spot("server", server, n), server) for n in range(100))
            self.circle.sort()
            return True
        return False

    def remove(self, server):
        try:
            self.members.remove(server)
        except KeyError:
            return False
        self.circle = list(filter(lambda point: point[1] != server, self.circle))
        return True

    def ranking(self, key):
        start = bisect_left(self.circle, (spot("key", key), ""))
        told = set()
        for at in chain(range(start, len(self.circle)), range(start)):
            _, server = self.circle[at]
            if server not in told:
                told.add(server)
                yield server

    def owner(self, key):
        return next(self.ranking(key), None)

    def owners(self, key, n):
        return [*islice(self.ranking(key), n)]


if __name__ == "__main__":
    print(Hash_Ring().owner(input()))
