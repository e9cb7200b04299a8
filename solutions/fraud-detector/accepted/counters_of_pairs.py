"""Accepted: Counters only, one of them over pairs of card and device; named tuples in the queue."""


class Call(NamedTuple):
    at: int
    card: str
    device: str
    cents: int


class FraudDetector:
    def __init__(self, window_ms: int, max_attempts: int, max_total: int, max_cards: int):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.calls: Deque[Call] = deque()
        self.attempts, self.approved, self.spent = Counter(), Counter(), Counter()
        self.together, self.cards_of = Counter(), Counter()

    def check(self, card: str, device: str, amount: int, now: int) -> List[str]:
        while self.calls and now - self.calls[0].at >= self.window_ms:
            self._leave(self.calls.popleft())
        self.attempts[card] += 1
        if (card, device) not in self.together:
            self.cards_of[device] += 1
        self.together[card, device] += 1
        rules = {
            "velocity": self.attempts[card] > self.max_attempts,
            "amount": self.spent[card] + amount > self.max_total,
            "cards": self.cards_of[device] > self.max_cards,
            "spike": self.approved[card] >= 3 and amount * self.approved[card] > 3 * self.spent[card],
        }
        broken = sorted(name for name, breaks in rules.items() if breaks)
        if not broken:
            self.approved[card] += 1
            self.spent[card] += amount
        self.calls.append(Call(now, card, device, 0 if broken else amount))
        return broken

    def _leave(self, call: Call) -> None:
        self._down(self.attempts, call.card, 1)
        self._down(self.together, (call.card, call.device), 1)
        if (call.card, call.device) not in self.together:
            self._down(self.cards_of, call.device, 1)
        if call.cents:
            self._down(self.approved, call.card, 1)
            self._down(self.spent, call.card, call.cents)

    @staticmethod
    def _down(counter, key, by):
        counter[key] -= by
        if not counter[key]:
            del counter[key]
