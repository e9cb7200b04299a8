"""Wrong: reads blocks of 4 MiB and takes each for whole lines: few are cut, but those are lost."""


def top_active_users(path, now):
    counts = Counter()
    with open(path, "rb") as file:
        while block := file.read(4 << 20):
            for line in block.split(b"\n"):
                fields = line.decode("utf-8", "ignore").split("\t")
                if len(fields) == 3 and fields[0].isdigit():
                    if now - 3600 < int(fields[0]) <= now:
                        counts[fields[1]] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
