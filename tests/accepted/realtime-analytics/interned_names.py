class Analytics:
    def __init__(self):
        self.ids, self.names, self.unused = {}, [], []
        self.times, self.last = [], []
        self.queue = deque()

    def _id(self, page):
        if page not in self.ids:
            if self.unused:
                number = self.unused.pop()
                self.names[number], self.times[number], self.last[number] = page, deque(), {}
            else:
                number = len(self.names)
                self.names.append(page)
                self.times.append(deque())
                self.last.append({})
            self.ids[page] = number
        return self.ids[page]

    def record(self, page, user, at):
        while self.queue and self.queue[0][2] <= at - 3600:
            number, who, _ = self.queue.popleft()
            first = self.times[number].popleft()
            if self.last[number].get(who) == first:
                del self.last[number][who]
            if not self.times[number]:
                del self.ids[self.names[number]]
                self.names[number] = self.times[number] = self.last[number] = None
                self.unused.append(number)
        number = self._id(page)
        self.queue.append((number, user, at))
        self.times[number].append(at)
        self.last[number][user] = at

    def _since(self, number, edge):
        times = self.times[number]
        low, high = 0, len(times)
        while low < high:
            middle = (low + high) >> 1
            if times[middle] <= edge:
                low = middle + 1
            else:
                high = middle
        return len(times) - low

    def views(self, page, window, now):
        return self._since(self.ids[page], now - window) if page in self.ids else 0

    def unique_users(self, page, window, now):
        if page not in self.ids:
            return 0
        return sum(at > now - window for at in self.last[self.ids[page]].values())

    def top(self, k, window, now):
        ranked = [(-self._since(number, now - window), name) for name, number in self.ids.items()]
        ranked = [pair for pair in ranked if pair[0] < 0]
        ranked.sort()
        return [name for _, name in ranked[:k]]
