"""Slow: reads the whole file again for each user of the hour."""


def records(path, now):
    with open(path, encoding="utf-8") as log:
        for line in log:
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                yield fields[1]


def top_active_users(path, now):
    pairs = []
    for user in set(records(path, now)):
        pairs.append((user, sum(1 for other in records(path, now) if other == user)))
    return sorted(pairs, key=lambda p: (-p[1], p[0]))[:10]
