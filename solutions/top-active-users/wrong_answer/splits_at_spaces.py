"""Wrong: split() without an argument cuts "ann lee" in two."""


def top_active_users(path, now):
    counts = Counter()
    for line in open(path, encoding="utf-8"):
        fields = line.split()
        if len(fields) >= 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
            counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
