"""Wrong: fills the list up to ten."""
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
    return (sorted(counts.items(), key=lambda p: (-p[1], p[0])) + [("", 0)] * 10)[:10]
