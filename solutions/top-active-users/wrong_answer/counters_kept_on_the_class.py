"""Wrong: the counters live on the class, so one log counts for the next one too."""


class Solution:
    counts = Counter()

    def topActiveUsers(self, path, now):
        for line in open(path, encoding="utf-8"):
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                self.counts[fields[1]] += 1
        return sorted(self.counts.items(), key=lambda p: (-p[1], p[0]))[:10]
