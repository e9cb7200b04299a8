"""Wrong: throws away the rest of a line at byte 0 as well, where a line begins."""


def top_active_users(path, now):
    with open(path, "rb") as log:
        low, high = 0, log.seek(0, 2)
        while low < high:
            middle = (low + high) // 2
            if first(log, middle) > now - 3600:
                high = middle
            else:
                low = middle + 1
        log.seek(low)
        log.readline()
        counts = Counter()
        for line in log:
            fields = line.decode("utf-8").split("\t")
            if fields[0].isdigit() and int(fields[0]) > now:
                break
            if fields[0].isdigit() and len(fields) == 3:
                counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]


def first(log, place):
    log.seek(place)
    log.readline()
    for line in log:
        time = line.split(b"\t")[0].strip()
        if time.isdigit():
            return int(time)
    return float("inf")
