from collections import Counter
from itertools import dropwhile, takewhile, islice

def top_active_users(path, now):
    def parsed(lines):
        for line in lines:
            time, sep, rest = line.partition("\t")
            user, sep, action = rest.partition("\t")
            if sep and time.isnumeric():
                yield int(time), user

    with open(path, encoding="utf-8", errors="strict") as fh:
        late = dropwhile(lambda e: e[0] <= now - 3600, parsed(fh))
        hour = takewhile(lambda e: e[0] <= now, late)
        counted = Counter(user for _, user in hour)
    order = sorted(counted.items(), key=lambda item: item[0])
    order = sorted(order, key=lambda item: item[1], reverse=True)
    return list(islice(order, 10))
