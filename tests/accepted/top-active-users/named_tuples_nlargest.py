class Solution:
    def topActiveUsers(self, path: str, now: int) -> List[Tuple[str, int]]:
        class Row(NamedTuple):
            time: int
            user: str
        def rows():
            with open(path, encoding='UTF8') as handle:
                while True:
                    line = handle.readline()
                    if line == '':
                        return
                    try:
                        t, u, a = line.strip('\n').split('\t')
                        yield Row(int(t), u)
                    except ValueError:
                        pass
        total = Counter()
        for r in rows():
            if r.time > now:
                break
            if r.time > now - 3600:
                total.update([r.user])
        # code points turned round, so that the largest is the first by name
        upside = lambda name: [-ord(c) for c in name] + [1]
        return heapq.nlargest(10, total.items(), key=lambda p: (p[1], upside(p[0])))
