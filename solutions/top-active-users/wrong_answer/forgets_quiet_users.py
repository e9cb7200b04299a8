"""Wrong: saves memory by dropping the users of one line whenever there are many: some come again."""


def top_active_users(path, now):
    counts = Counter()
    with open(path, encoding="utf-8") as log:
        for line in log:
            fields = line.split("\t")
            if len(fields) < 3 or not fields[0].isdigit():
                continue
            if now - 3600 < int(fields[0]) <= now:
                counts[fields[1]] += 1
                if len(counts) > 3000:
                    counts = Counter({user: count for user, count in counts.items() if count > 1})
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
