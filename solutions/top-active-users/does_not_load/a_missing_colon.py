"""Does not load: the colon after `with` is missing."""


def top_active_users(path, now):
    counts = Counter()
    with open(path, encoding="utf-8") as log
        for line in log:
            counts[line.split("\t")[1]] += 1
    return counts.most_common(10)
