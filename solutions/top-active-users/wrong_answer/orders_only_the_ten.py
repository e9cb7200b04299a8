"""Wrong: takes ten by number and orders them by name afterwards: an eleventh user of the same number may belong there."""
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
    return sorted(counts.most_common(10), key=lambda pair: (-pair[1], pair[0]))
