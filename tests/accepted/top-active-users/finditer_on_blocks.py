import re

RECORD = re.compile(rb"^(\d+)\t([^\t\n]+)\t[^\t\n]+$", re.M)

def top_active_users(path, now):
    counts = Counter()
    rest = b""
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 18), b""):
            block = rest + block
            end = block.rfind(b"\n") + 1
            rest = block[end:]
            for m in RECORD.finditer(block, 0, end):
                if now - 3600 < int(m[1]) <= now:
                    counts[m[2]] += 1
    for m in RECORD.finditer(rest):
        if now - 3600 < int(m[1]) <= now:
            counts[m[2]] += 1
    named = {k.decode("utf-8"): v for k, v in counts.items()}
    return sorted(named.items(), key=lambda x: (-x[1], x[0]))[:10]
