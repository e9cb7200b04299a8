"""Memory-hungry: one read of all bytes, larger than the memory there is."""


def top_active_users(path, now):
    counts = Counter()
    with open(path, "rb") as log:
        for line in io.BytesIO(log.read()):
            fields = line.decode().split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]


import io
