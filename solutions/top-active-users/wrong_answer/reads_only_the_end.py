"""Wrong: takes the last 16 MiB for more than an hour and for the end: `now` may lie before them."""
import os


def top_active_users(path, now):
    counts = Counter()
    with open(path, "rb") as log:
        if os.path.getsize(path) > 16 << 20:
            log.seek(-(16 << 20), os.SEEK_END)
            log.readline()
        for line in log:
            fields = line.decode("utf-8").split("\t")
            if len(fields) < 3 or not fields[0].isdigit():
                continue
            if now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
