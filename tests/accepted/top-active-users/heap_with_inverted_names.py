from functools import total_ordering

@total_ordering
class Entry:
    __slots__ = ("n", "name")
    def __init__(self, name, n):
        self.name, self.n = name, n
    def __lt__(self, other):
        # the worst entry is the smallest
        if self.n != other.n:
            return self.n < other.n
        return self.name > other.name
    def __eq__(self, other):
        return (self.n, self.name) == (other.n, other.name)

class Solution(object):
    def topActiveUsers(self, path, now):
        """
        :type path: str
        :type now: int
        :rtype: List[Tuple[str, int]]
        """
        counter = {}
        with open(path, 'rb') as log:
            self.seek_near(log, now - 3600)
            for raw in log:
                f = raw.split(b'\t')
                if len(f) < 3 or not f[0].isdigit():
                    continue
                if int(f[0]) > now:
                    break
                if int(f[0]) > now - 3600:
                    name = str(f[1], 'utf-8')
                    counter[name] = counter.get(name, 0) + 1
        heap = []
        for name, n in counter.items():
            heappush(heap, Entry(name, n))
            if len(heap) > 10:
                heappop(heap)
        best = []
        while heap:
            e = heappop(heap)
            best.append((e.name, e.n))
        return best[::-1]

    def seek_near(self, log, after):
        """Halve until 64 KiB are left; what is too old there is skipped by the caller."""
        lo, hi = 0, log.seek(0, 2)
        while hi - lo > 65536:
            mid = (lo + hi) // 2
            log.seek(mid)
            log.readline()
            t = None
            for raw in log:
                head = raw.partition(b'\t')[0].strip()
                if head.isdigit():
                    t = int(head)
                    break
            if t is not None and t <= after:
                lo = mid
            else:
                hi = mid
        log.seek(lo)
        if lo:
            log.readline()
