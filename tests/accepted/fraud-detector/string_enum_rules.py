from enum import Enum, auto

class Rule(Enum):
    AMOUNT = auto()
    CARDS = auto()
    SPIKE = auto()
    VELOCITY = auto()

    @property
    def word(self):
        return self.name.lower()

class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self._limits = dict(window=window_ms, attempts=max_attempts, total=max_total, cards=max_cards)
        self._past = deque()
        self._attempts, self._amounts, self._seen = {}, {}, {}

    def check(self, card, device, amount, now):
        self._slide(now - self._limits["window"])
        self._attempts[card] = self._attempts.get(card, 0) + 1
        self._seen.setdefault(device, Counter()).update((card,))
        sum_, n = self._amounts.get(card, (0, 0))
        broken = {
            Rule.VELOCITY: self._attempts[card] > self._limits["attempts"],
            Rule.AMOUNT: sum_ + amount > self._limits["total"],
            Rule.SPIKE: not n < 3 and amount * n > sum_ + sum_ + sum_,
            Rule.CARDS: len(self._seen[device]) > self._limits["cards"],
        }
        answer = sorted(rule.word for rule in Rule if broken[rule])
        if answer == []:
            self._amounts[card] = sum_ + amount, n + 1
        self._past.append((now, card, device, amount, answer == []))
        return answer

    def _slide(self, until):
        while self._past:
            now, card, device, amount, approved = self._past[0]
            if now > until:
                return
            self._past.popleft()
            if approved:
                sum_, n = self._amounts.pop(card)
                if n > 1:
                    self._amounts[card] = sum_ - amount, n - 1
            self._attempts[card] -= 1
            if not self._attempts[card]:
                self._attempts.pop(card)
            seen = self._seen[device]
            seen.subtract({card: 1})
            if not seen[card]:
                seen.pop(card)
                if not seen:
                    self._seen.pop(device)
