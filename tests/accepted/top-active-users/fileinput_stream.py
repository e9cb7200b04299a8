import fileinput
from collections import defaultdict

def top_active_users(path, now):
    hits = defaultdict(int)
    with fileinput.input([path], encoding="utf-8") as lines:
        for line in lines:
            a = line.find("\t")
            if a < 1 or not line[:a].isdigit():
                continue
            t = int(line[:a])
            if t > now:
                return ranked(hits)
            b = line.find("\t", a + 1)
            if b > 0 and t > now - 3600:
                hits[line[a + 1:b]] += 1
    return ranked(hits)

def ranked(hits):
    return [[u, n] for u, n in sorted(hits.items(), key=lambda x: (-x[1], x[0]))[:10]]
