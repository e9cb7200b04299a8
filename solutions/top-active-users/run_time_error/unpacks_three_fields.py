"""Crashes: a damaged line has too few fields to unpack: a ValueError."""


class Solution:
    def topActiveUsers(self, path: str, now: int):
        counts = {}
        with open(path, encoding="utf-8") as log:
            for line in log:
                time, user, action = line.split("\t")
                if time.isdigit() and now - 3600 < int(time) <= now:
                    counts[user] = counts.get(user, 0) + 1
        return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
