"""Memory-hungry: read() and split(): a text of the whole file, and then its lines."""


def top_active_users(path, now):
    counts = Counter()
    with open(path, encoding="utf-8") as log:
        for line in log.read().split("\n"):
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
