def top_active_users(path, now):
    counts = {}
    f = open(path, mode="rb", buffering=1 << 16)
    try:
        while True:
            some = f.readlines(1 << 20)
            if not some:
                break
            last = some[-1].split(b"\t")[0].strip()
            if last.isdigit() and int(last) <= now - 3600:
                continue  # the whole lot is too old
            for line in some:
                piece = line.split(b"\t")
                if len(piece) == 3 and piece[0].isdigit():
                    if now - 3600 < int(piece[0]) <= now:
                        counts[piece[1]] = counts.get(piece[1], 0) + 1
    finally:
        f.close()
    users = [(k.decode("utf-8"), v) for k, v in counts.items()]
    users.sort(key=lambda kv: (-kv[1], kv[0]))
    return users[0:10]
