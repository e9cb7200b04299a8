from bisect import insort

class FraudDetector:
    """Cards and devices get small numbers that are used again."""
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts, self.max_total, self.max_cards = window_ms, max_attempts, max_total, max_cards
        self.number, self.free = {}, []
        self.attempts, self.approved, self.sums = [], [], []
        self.queue, self.devices = deque(), {}

    def _number_of(self, card):
        number = self.number.get(card)
        if number is None:
            if self.free:
                number = self.free.pop()
            else:
                number = len(self.attempts)
                for column in (self.attempts, self.approved, self.sums):
                    column.append(0)
            self.number[card] = number
        return number

    def check(self, card, device, amount, now):
        while self.queue and self.queue[0][0] <= now - self.window_ms:
            _, who, where, cents = self.queue.popleft()
            i = self.number[who]
            self.attempts[i] -= 1
            if cents:
                self.approved[i] -= 1
                self.sums[i] -= cents
            seen = self.devices[where]
            seen[i] -= 1
            if seen[i] == 0:
                del seen[i]
                if not seen:
                    del self.devices[where]
            if self.attempts[i] == 0:
                self.free.append(self.number.pop(who))
        i = self._number_of(card)
        self.attempts[i] += 1
        seen = self.devices.setdefault(device, {})
        seen[i] = seen.get(i, 0) + 1
        broken = []
        if self.attempts[i] > self.max_attempts:
            insort(broken, "velocity")
        if self.approved[i] >= 3 and amount * self.approved[i] > 3 * self.sums[i]:
            insort(broken, "spike")
        if len(seen) > self.max_cards:
            insort(broken, "cards")
        if self.sums[i] + amount > self.max_total:
            insort(broken, "amount")
        if not broken:
            self.approved[i] += 1
            self.sums[i] += amount
        self.queue.append((now, card, device, amount if not broken else 0))
        return broken
