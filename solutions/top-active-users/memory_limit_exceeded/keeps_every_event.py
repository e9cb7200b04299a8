"""Memory-hungry: makes a list of the events of all days to pick one hour from it."""


def top_active_users(path, now):
    events = []
    with open(path, encoding="utf-8") as log:
        for line in log:
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit():
                events.append(fields)
    counts = Counter(user for time, user, _ in events if now - 3600 < int(time) <= now)
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
