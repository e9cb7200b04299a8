from collections import deque, OrderedDict
import bisect


class Analytics:
    LIMIT = 3600

    def __init__(self):
        self.events = deque()
        self.viewTimes = {}
        self.lastSeen = {}

    def _evict(self, at):
        while self.events:
            time, page, user = self.events[0]
            if at - time < Analytics.LIMIT:
                break
            self.events.popleft()
            times, offset = self.viewTimes[page]
            offset += 1
            if offset == len(times):
                del self.viewTimes[page]
                del self.lastSeen[page]
                continue
            if offset > 500:
                times = times[offset:]
                offset = 0
            self.viewTimes[page] = (times, offset)
            seen = self.lastSeen[page]
            if user in seen and seen[user] == time:
                del seen[user]

    def record(self, page, user, at):
        self._evict(at)
        self.events.append((at, page, user))
        times, offset = self.viewTimes.get(page, ([], 0))
        times.append(at)
        self.viewTimes[page] = (times, offset)
        seen = self.lastSeen.setdefault(page, OrderedDict())
        seen[user] = at
        seen.move_to_end(user)

    def views(self, page, window, now):
        times, _ = self.viewTimes.get(page, ([], 0))
        return len(times) - bisect.bisect_right(times, now - window)

    def uniqueUsers(self, page, window, now):
        count = 0
        for t in reversed(self.lastSeen.get(page, OrderedDict()).values()):
            if t > now - window:
                count += 1
            else:
                break
        return count

    def top(self, k, window, now):
        result = [(self.views(p, window, now), p) for p in self.viewTimes]
        result = [r for r in result if r[0] > 0]
        result.sort(key=lambda r: (-r[0], r[1]))
        return [p for _, p in result[:k]]
