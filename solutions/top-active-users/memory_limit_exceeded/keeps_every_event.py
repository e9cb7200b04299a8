"""Memory-hungry: makes a list of the times and users of all days to pick one hour from it."""


def top_active_users(path, now):
    events = []
    with open(path, encoding="utf-8") as log:
        for line in log:
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit():
                events.append((int(fields[0]), fields[1]))
    counts = Counter(user for time, user in events if now - 3600 < time <= now)
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
