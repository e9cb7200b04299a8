"""Accepted: reads blocks of bytes and joins the lines that lie across two of them."""


class Solution:
    BLOCK = 1 << 20

    def lines(self, path):
        rest = b""
        with open(path, "rb") as file:
            while block := file.read(self.BLOCK):
                *lines, rest = (rest + block).split(b"\n")
                yield from lines
        yield rest

    def top_active_users(self, path, now):
        counts = Counter()
        for line in self.lines(path):
            fields = line.split(b"\t")
            if len(fields) > 2 and fields[0].isdigit():
                if -3600 < int(fields[0]) - now <= 0:
                    counts[fields[1]] += 1
        pairs = [(name.decode(), count) for name, count in counts.items()]
        pairs.sort(key=lambda pair: pair[0])
        pairs.sort(key=lambda pair: pair[1], reverse=True)
        return pairs[:10]
