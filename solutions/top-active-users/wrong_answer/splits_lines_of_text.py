"""Wrong: str.splitlines() also breaks at U+2028 and U+0085, in the middle of a name."""


def top_active_users(path, now):
    counts, rest = Counter(), ""
    with open(path, encoding="utf-8", newline="") as file:
        while block := file.read(65536):
            text = rest + block
            end = text.rfind("\n") + 1
            rest = text[end:]
            count(text[:end], now, counts)
    count(rest, now, counts)
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]


def count(text, now, counts):
    for line in text.splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
            counts[fields[1]] += 1
