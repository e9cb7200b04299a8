import asyncio

async def count_lines(path, now):
    def blocks():
        with open(path, "rb") as log:
            rest = b""
            while block := log.read(1 << 20):
                lines = (rest + block).split(b"\n")
                rest = lines.pop()
                yield lines
            yield [rest]

    def count(lines):
        found = Counter()
        for line in lines:
            time, _, rest = line.partition(b"\t")
            user, tab, _ = rest.partition(b"\t")
            if tab and time.isdigit() and now - 3600 < int(time) <= now:
                found[user] += 1
        return found

    total = Counter()
    for lines in blocks():
        total.update(await asyncio.to_thread(count, lines))
    return total

def top_active_users(path, now):
    with asyncio.Runner() as runner:
        total = runner.run(count_lines(path, now))
    ranked = sorted(((user.decode(), n) for user, n in total.items()), key=lambda x: (-x[1], x[0]))
    return ranked[:10]
