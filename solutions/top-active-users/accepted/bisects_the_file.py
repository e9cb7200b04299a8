"""Accepted: the times never decrease, so the hour's first byte is found by bisection."""
import os


def top_active_users(path, now):
    with open(path, "rb") as log:
        low, high = 0, os.path.getsize(path)
        while low < high:
            middle = (low + high) // 2
            if time_from(log, middle) <= now - 3600:
                low = middle + 1
            else:
                high = middle
        go_to_line(log, low)
        return ten_most(log, now)


def go_to_line(log, place):
    log.seek(place)
    # Anywhere but at the beginning this may be the middle of a line.
    if place > 0:
        log.readline()


def time_from(log, place):
    go_to_line(log, place)
    for line in log:
        first = line.split(b"\t")[0].strip()
        if first.isdigit():
            return int(first)
    return float("inf")


def ten_most(log, now):
    counts = Counter()
    for line in log:
        fields = line.decode().split("\t")
        if len(fields) > 2 and fields[0].isdigit():
            if int(fields[0]) > now:
                break
            counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
