from pathlib import Path
import typing as t

Pairs = t.List[t.Tuple[str, int]]

def top_active_users(path: str, now: int, window: int = 3600, k: int = 10) -> Pairs:
    tally: t.Dict[str, int] = {}
    with Path(path).open(encoding="utf-8") as log:
        for line in log:
            head = line[:11].split("\t", 1)[0]
            if not head.isdigit() or int(head) <= now - window:
                continue
            if int(head) > now:
                break
            columns = line.split("\t")
            if len(columns) == 3:
                tally[columns[1]] = tally.get(columns[1], 0) + 1
    result = []
    while tally and len(result) < k:
        name = min(tally, key=lambda u: (-tally[u], u))
        result.append((name, tally.pop(name)))
    return result
