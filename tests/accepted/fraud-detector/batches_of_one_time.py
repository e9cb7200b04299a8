class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.batches = deque()  # (time, calls of that time)
        self.tries, self.count, self.cents, self.pairs, self.cards = (Counter() for _ in range(5))

    def _take(self, counter, key, value=1):
        counter[key] -= value
        if counter[key] == 0:
            del counter[key]

    def check(self, card, device, amount, now):
        while self.batches and self.batches[0][0] <= now - self.window_ms:
            for c, d, a in self.batches.popleft()[1]:
                self._take(self.tries, c)
                self._take(self.pairs, (c, d))
                if (c, d) not in self.pairs:
                    self._take(self.cards, d)
                if a is not None:
                    self._take(self.count, c)
                    self._take(self.cents, c, a)
        if not self.batches or self.batches[-1][0] != now:
            self.batches.append((now, []))
        self.tries[card] += 1
        self.pairs[card, device] += 1
        self.cards[device] += self.pairs[card, device] == 1
        n, s = self.count.get(card, 0), self.cents.get(card, 0)
        verdict = []
        if s + amount > self.max_total: verdict.append("amount")
        if self.cards[device] > self.max_cards: verdict.append("cards")
        if n > 2 and n * amount > s * 3: verdict.append("spike")
        if self.tries[card] > self.max_attempts: verdict.append("velocity")
        if not verdict:
            self.count[card] += 1
            self.cents[card] += amount
        self.batches[-1][1].append((card, device, None if verdict else amount))
        return verdict
