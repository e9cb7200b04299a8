def top_active_users(path, now):
    start = now - 3600
    seen = {}
    with open(path, encoding='utf-8') as f:
        for row in f:
            parts = row.split('\t')
            if len(parts) != 3 or not parts[0].isdecimal():
                continue
            t = int(parts[0])
            if t > now: break
            if t <= start: continue
            seen.setdefault(parts[1], []).append(t)
    out = [(len(ts), name) for name, ts in seen.items()]
    out.sort(key=lambda x: x[1])
    out.sort(key=lambda x: x[0], reverse=True)
    return [(name, n) for n, name in out][:10]
