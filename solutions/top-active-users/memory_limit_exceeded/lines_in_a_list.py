"""Memory-hungry: readlines() makes a list of all lines before the first is looked at."""


class Solution:
    def topActiveUsers(self, path, now):
        counts = Counter()
        for line in open(path, encoding="utf-8").readlines():
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
        return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
