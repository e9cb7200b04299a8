"""Crashes: int("oops") of a damaged line is a ValueError."""


def top_active_users(path, now):
    counts = Counter()
    for line in open(path, encoding="utf-8"):
        fields = line.split("\t")
        if len(fields) == 3 and now - 3600 < int(fields[0]) <= now:
            counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
