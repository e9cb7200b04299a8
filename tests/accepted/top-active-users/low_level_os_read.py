import os

def top_active_users(path, now):
    fd = os.open(path, os.O_RDONLY)
    size = os.fstat(fd).st_size
    pos, tail, counts, done = size, b"", {}, False
    print("size", size)
    try:
        while pos > 0 and not done:
            step = min(pos, 32768)
            pos -= step
            os.lseek(fd, pos, os.SEEK_SET)
            chunk = os.read(fd, step) + tail
            lines = chunk.split(b"\n")
            tail = lines[0]
            for line in lines[:0:-1]:
                done = take(line, now, counts)
                if done:
                    break
        if not done:
            take(tail, now, counts)
    finally:
        os.close(fd)
    return sorted(((k.decode(), v) for k, v in counts.items()), key=lambda p: (-p[1], p[0]))[:10]

def take(line, now, counts):
    parts = line.split(b"\t")
    if not parts[0].isdigit():
        return False
    t = int(parts[0])
    if t <= now - 3600:
        return True
    if t <= now and len(parts) == 3:
        counts[parts[1]] = counts.get(parts[1], 0) + 1
    return False
