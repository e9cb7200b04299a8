"""Accepted: dataclasses, blake2b with a person for keys and another for points, and a sweep at removal."""
from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from hashlib import blake2b


@dataclass(frozen=True, order=True, slots=True)
class Point:
    at: bytes
    server: str = ""


@dataclass
class HashRing:
    points: list[Point] = field(default_factory=list)
    ats: list[bytes] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    @staticmethod
    def digest(text: str, person: bytes) -> bytes:
        return blake2b(text.encode(), digest_size=8, person=person).digest()

    def add(self, server: str) -> bool:
        if server in self.names:
            return False
        self.names.add(server)
        for number in range(128):
            point = Point(self.digest(f"{number:03}{server}", b"point"), server)
            at = bisect_left(self.ats, point.at)
            self.ats.insert(at, point.at)
            self.points.insert(at, point)
        return True

    def remove(self, server: str) -> bool:
        if server not in self.names:
            return False
        self.names.discard(server)
        self.points = [point for point in self.points if point.server != server]
        self.ats = [point.at for point in self.points]
        return True

    def owner(self, key: str) -> str | None:
        return (self.owners(key, 1) or [None])[0]

    def owners(self, key: str, n: int) -> list[str]:
        chosen: dict[str, None] = {}
        at = bisect_left(self.ats, self.digest(key, b"key"))
        while len(chosen) < n and len(chosen) < len(self.names):
            if at == len(self.points):
                at = 0
            chosen[self.points[at].server] = None
            at += 1
        return list(chosen)
