"""Accepted: a SortedDict from the point to its server, SHA-1 in two halves."""
from hashlib import sha1


def hashes(text: str) -> Iterator[int]:
    digest = sha1(text.encode("utf-8")).digest()
    yield int.from_bytes(digest[:8], "little")
    yield int.from_bytes(digest[8:16], "little")


class HashRing:
    def __init__(self, virtual_nodes: int = 100) -> None:
        self.virtual_nodes = virtual_nodes
        self.ring: SortedDict = SortedDict()
        self.nodes: Set[str] = set()

    def _points(self, server: str) -> List[int]:
        return [h for i in range(self.virtual_nodes // 2) for h in hashes(f"{server}/{i}")]

    def add(self, server: str) -> bool:
        if server in self.nodes:
            return False
        self.nodes.add(server)
        self.ring.update((point, server) for point in self._points(server))
        return True

    def remove(self, server: str) -> bool:
        if server not in self.nodes:
            return False
        self.nodes.remove(server)
        for point in self._points(server):
            self.ring.pop(point, None)
        return True

    def owner(self, key: str) -> Optional[str]:
        if not self.nodes:
            return None
        at = self.ring.bisect(next(hashes(key)))
        return self.ring.peekitem(at % len(self.ring))[1]

    def owners(self, key: str, n: int) -> List[str]:
        if not self.nodes:
            return []
        at = self.ring.bisect(next(hashes(key)))
        result: List[str] = []
        for index in chain(range(at, len(self.ring)), range(at)):
            server = self.ring.peekitem(index)[1]
            if server not in result:
                result.append(server)
                if len(result) == n:
                    break
        return result
