from functools import wraps


def zero_if_unknown(method):
    @wraps(method)
    def asked(self, page, window, now):
        return method(self, self.pages[page], now - window) if page in self.pages else 0

    return asked


class analytics:
    def __init__(self):
        self.pages, self.line = {}, deque()

    def record(self, page, user, at):
        while self.line and self.line[0][0] <= at - 3600:
            old, name, who = self.line.popleft()
            found = self.pages[name]
            found["gone"] += 1
            if found["seen"].get(who) == old:
                found["seen"].pop(who)
            if found["gone"] == len(found["times"]):
                self.pages.pop(name)
            elif found["gone"] > 4096:
                del found["times"][:4096]
                found["gone"] -= 4096
        self.line.append((at, page, user))
        found = self.pages.setdefault(page, dict(times=[], seen={}, gone=0))
        found["times"].append(at)
        found["seen"][user] = at

    @zero_if_unknown
    def views(self, found, edge):
        return len(found["times"]) - bisect_right(found["times"], edge)

    @zero_if_unknown
    def unique_users(self, found, edge):
        return len({user for user, at in found["seen"].items() if at > edge})

    def top(self, k, window, now):
        counts = {page: self.views(page, window, now) for page in self.pages}
        return sorted({p for p, n in counts.items() if n}, key=lambda p: (-counts[p], p))[:k]
