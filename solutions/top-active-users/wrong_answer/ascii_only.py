"""Wrong: drops what is not ASCII, and so makes one user of two."""


def top_active_users(path, now):
    counts = Counter()
    with open(path, encoding="ascii", errors="ignore") as log:
        for line in log:
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
