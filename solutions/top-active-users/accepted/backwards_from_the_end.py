"""Accepted: reads blocks from the end backwards until a time lies before the hour."""
import os

BLOCK = 65_536


def lines_backwards(path):
    with open(path, "rb") as log:
        place = os.path.getsize(path)
        rest = b""
        while place:
            size = min(BLOCK, place)
            place -= size
            log.seek(place)
            rest, *lines = (log.read(size) + rest).split(b"\n")
            yield from reversed(lines)
        yield rest


class Solution:
    def topActiveUsers(self, path: str, now: int) -> list[tuple[str, int]]:
        counts: dict[bytes, int] = {}
        for line in lines_backwards(path):
            time, *others = line.split(b"\t")
            if not time.isdigit():
                continue
            if int(time) <= now - 3600:
                break
            if int(time) <= now and len(others) > 1:
                counts[others[0]] = counts.get(others[0], 0) + 1
        pairs = ((user.decode(), count) for user, count in counts.items())
        return heapq.nlargest(10, sorted(pairs), key=lambda pair: pair[1])
