"""Crashes: maps the file as one that it may write: a PermissionError."""
import mmap
import os


def top_active_users(path, now):
    counts = Counter()
    if os.path.getsize(path) == 0:
        return []
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_WRITE) as log:
        for line in iter(log.readline, b""):
            fields = line.decode().split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
