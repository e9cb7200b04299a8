"""Reference: one pass, line by line, with a counter for each user of the hour.

Time: O(n), Space: O(u).
"""
from collections import Counter


def top_active_users(path, now):
    counts = Counter()
    with open(path, encoding="utf-8") as log:
        for line in log:
            fields = line.split("\t")
            if len(fields) < 3 or not fields[0].isdigit():
                continue
            if now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
