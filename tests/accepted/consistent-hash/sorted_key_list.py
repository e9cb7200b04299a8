import hashlib


class Point(NamedTuple):
    position: int
    server: str


class HashRing:
    def __init__(self) -> None:
        self.points = SortedList()
        self.by_server: Dict[str, List[Point]] = {}

    @staticmethod
    def position(text: str) -> int:
        return int(hashlib.sha1(text.encode()).hexdigest()[:16], 16)

    def add(self, server: str) -> bool:
        if server in self.by_server:
            return False
        self.by_server[server] = [Point(self.position(f"{i}-{server}"), server) for i in range(100)]
        self.points.update(self.by_server[server])
        return True

    def remove(self, server: str) -> bool:
        for point in (points := self.by_server.pop(server, [])):
            self.points.remove(point)
        return len(points) > 0

    def _from(self, key: str) -> Iterator[str]:
        start = Point(self.position(key), "")
        for point in self.points.irange(start):
            yield point.server
        for point in self.points.irange(None, start):
            yield point.server

    def owner(self, key: str) -> Optional[str]:
        return next(self._from(key), None)

    def owners(self, key: str, n: int) -> List[str]:
        found: List[str] = []
        for server in self._from(key):
            if server not in found:
                found.append(server)
            if len(found) == min(n, len(self.by_server)):
                break
        return found
