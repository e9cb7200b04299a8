"""Wrong: takes the first empty line for the end of the file."""


def top_active_users(path, now):
    counts = {}
    with open(path, encoding="utf-8") as log:
        while line := log.readline().strip():
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] = counts.get(fields[1], 0) + 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
