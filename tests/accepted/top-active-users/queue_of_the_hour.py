# keeps a sliding hour, as one would for an endless log
def topActiveUsers(path, now):
    window = deque()
    live = Counter()
    for line in open(path, encoding="utf-8"):
        cells = line.split("\t")
        if len(cells) < 3 or not cells[0].isdigit():
            continue
        at = int(cells[0])
        if at > now:
            break
        window.append((at, cells[1]))
        live[cells[1]] += 1
        while window[0][0] <= at - 3600:
            _, gone = window.popleft()
            live[gone] -= 1
            if live[gone] == 0:
                del live[gone]
    while window and window[0][0] <= now - 3600:
        live[window.popleft()[1]] -= 1
    best = sorted(((n, u) for u, n in live.items() if n), key=lambda x: x[1])
    best = sorted(best, key=lambda x: x[0], reverse=True)
    return [(u, n) for n, u in best[:10]]
