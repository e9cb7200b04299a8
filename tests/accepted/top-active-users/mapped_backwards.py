import mmap
import os

def top_active_users(path, now):
    if not os.path.getsize(path):
        return []
    users = defaultdict(int)
    with open(path, "rb") as f, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as m:
        end = len(m) - (m[-1] == 10)
        while end >= 0:
            start = m.rfind(b"\n", 0, end) + 1
            parts = m[start:end].split(b"\t")
            if len(parts) == 3 and parts[0].isdigit():
                t = int(parts[0])
                if t <= now - 3600:
                    break
                if t <= now:
                    users[parts[1].decode()] += 1
            end = start - 1
    return sorted(users.items(), key=lambda x: (-x[1], x[0]))[:10]
