import csv
from collections import Counter

def topActiveUsers(path, now):
    c = Counter()
    with open(path, newline='\n', encoding='utf-8') as f:
        for row in csv.reader((l for l in f), delimiter='\t', quoting=csv.QUOTE_NONE):
            if len(row) == 3 and row[0].isdigit() and now - 3600 < int(row[0]) <= now:
                c[row[1]] += 1
    return sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))[:10]
