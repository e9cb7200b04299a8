from bisect import bisect_right
from collections import Counter
from itertools import takewhile
from operator import itemgetter


def top_active_users(path, now):
    with open(path, "rb") as log:
        def records(place):
            log.seek(place)
            if place:
                log.readline()
            for line in iter(log.readline, b""):
                fields = line.rstrip(b"\n").split(b"\t")
                if fields[0].isdigit() and len(fields) == 3:
                    yield int(fields[0]), fields[1]

        def time_after(place):
            return next(records(place), (10**10, b""))[0]

        size = log.seek(0, 2)
        start = bisect_right(range(size), now - 3600, key=time_after)
        # The place before still leads to a line that is too old, or is the first of the file.
        recent = (r for r in records(max(start - 1, 0)) if r[0] > now - 3600)
        names = Counter(map(itemgetter(1), takewhile(lambda r: r[0] <= now, recent)))
    return sorted(((n.decode(), c) for n, c in names.items()), key=lambda p: (-p[1], p[0]))[:10]
