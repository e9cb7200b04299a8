class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.w, self.ma, self.mt, self.mc = window_ms, max_attempts, max_total, max_cards
        self.q = deque()
        self.tries = defaultdict(int)
        self.ok = defaultdict(int)
        self.money = defaultdict(int)
        self.dev = defaultdict(Counter)

    def check(self, card, device, amount, now):
        while self.q and self.q[0][0] <= now - self.w:
            _, c, d, a, good = self.q.popleft()
            self.tries[c] -= 1
            if good:
                self.ok[c] -= 1
                self.money[c] -= a
            if self.tries[c] == 0:
                del self.tries[c]
                self.ok.pop(c, None)
                self.money.pop(c, None)
            self.dev[d][c] -= 1
            if self.dev[d][c] == 0:
                del self.dev[d][c]
            if not self.dev[d]:
                del self.dev[d]
        self.tries[card] += 1
        self.dev[device][card] += 1
        res = []
        if self.money.get(card, 0) + amount > self.mt:
            res.append('amount')
        if len(self.dev[device]) > self.mc:
            res.append('cards')
        n = self.ok.get(card, 0)
        if n >= 3 and amount * n > 3 * self.money[card]:
            res.append('spike')
        if self.tries[card] > self.ma:
            res.append('velocity')
        if not res:
            self.ok[card] += 1
            self.money[card] += amount
        self.q.append((now, card, device, amount, not res))
        return res
