import struct
from hashlib import sha512


def eight(text):
    return struct.unpack(">8Q", sha512(text.encode()).digest())


class HashRing:
    ROUNDS = 16

    def __init__(self):
        self.ring: List[Tuple[int, str]] = []
        self.names: Set[str] = set()

    def add(self, server: str) -> bool:
        if server in self.names:
            return False
        self.names.add(server)
        for i in range(self.ROUNDS):
            self.ring += [(h, server) for h in eight(f"{i}|{server}")]
        self.ring.sort()
        return True

    def remove(self, server: str) -> bool:
        if server not in self.names:
            return False
        self.names.remove(server)
        self.ring = [p for p in self.ring if p[1] != server]
        return True

    def _walk(self, key: str):
        i = bisect_right(self.ring, (eight(key)[0], chr(0x10FFFF)))
        yield from (s for _, s in self.ring[i:])
        yield from (s for _, s in self.ring[:i])

    def owner(self, key: str) -> Optional[str]:
        if not self.ring:
            return None
        i = bisect_right(self.ring, (eight(key)[0], chr(0x10FFFF)))
        return self.ring[i % len(self.ring)][1]

    def owners(self, key: str, n: int) -> List[str]:
        out: Dict[str, None] = {}
        for s in self._walk(key):
            out[s] = None
            if len(out) == n:
                break
        return list(out)
