"""Wrong: reads blocks and never looks at what follows the last newline."""


class Solution:
    def topActiveUsers(self, path, now):
        counts, rest = Counter(), b""
        with open(path, "rb") as file:
            while block := file.read(65536):
                *lines, rest = (rest + block).split(b"\n")
                for line in lines:
                    fields = line.split(b"\t")
                    if len(fields) == 3 and fields[0].isdigit():
                        if now - 3600 < int(fields[0]) <= now:
                            counts[fields[1].decode()] += 1
        return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
