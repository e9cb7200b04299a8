"""Accepted: each rule is an object that is told what comes and what leaves; a float average."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict, deque


class Rule(ABC):
    def __init__(self, limit):
        self.limit = limit

    @abstractmethod
    def broken(self, card, device, amount) -> bool: ...

    def come(self, card, device, amount, approved): ...

    def leave(self, card, device, amount, approved): ...


class Amount(Rule):
    def __init__(self, limit):
        super().__init__(limit)
        self.cents = defaultdict(int)

    def broken(self, card, device, amount):
        return self.cents.get(card, 0) + amount > self.limit

    def come(self, card, device, amount, approved):
        if approved:
            self.cents[card] += amount

    def leave(self, card, device, amount, approved):
        if approved:
            self.cents[card] -= amount
            if self.cents[card] == 0:
                self.cents.pop(card)


class Cards(Rule):
    def __init__(self, limit):
        super().__init__(limit)
        self.seen = {}

    def broken(self, card, device, amount):
        seen = self.seen.get(device, ())
        return len(seen) + (card not in seen) > self.limit

    def come(self, card, device, amount, approved):
        seen = self.seen.setdefault(device, {})
        seen[card] = seen.get(card, 0) + 1

    def leave(self, card, device, amount, approved):
        seen = self.seen[device]
        seen[card] -= 1
        if seen[card] == 0:
            seen.pop(card)
            if not seen:
                self.seen.pop(device)


class Spike(Amount):
    def __init__(self, limit):
        super().__init__(limit)
        self.count = defaultdict(int)

    def broken(self, card, device, amount):
        n = self.count.get(card, 0)
        return n >= self.limit and amount > 3 * self.cents[card] / n

    def come(self, card, device, amount, approved):
        super().come(card, device, amount, approved)
        self.count[card] += approved

    def leave(self, card, device, amount, approved):
        super().leave(card, device, amount, approved)
        self.count[card] -= approved
        if self.count[card] == 0:
            self.count.pop(card)


class Velocity(Rule):
    def __init__(self, limit):
        super().__init__(limit)
        self.attempts = defaultdict(int)

    def broken(self, card, device, amount):
        return self.attempts.get(card, 0) >= self.limit

    def come(self, card, device, amount, approved):
        self.attempts[card] += 1

    def leave(self, card, device, amount, approved):
        self.attempts[card] -= 1
        if self.attempts[card] == 0:
            self.attempts.pop(card)


class FraudDetector:
    def __init__(self, window_ms: int, max_attempts: int, max_total: int, max_cards: int) -> None:
        self.window = window_ms
        self.rules = {
            "amount": Amount(max_total),
            "cards": Cards(max_cards),
            "spike": Spike(3),
            "velocity": Velocity(max_attempts),
        }
        self.past = deque()

    def check(self, card: str, device: str, amount: int, now: int) -> list[str]:
        while self.past and self.past[0][0] <= now - self.window:
            _, *gone = self.past.popleft()
            for rule in self.rules.values():
                rule.leave(*gone)
        broken = [name for name, rule in self.rules.items() if rule.broken(card, device, amount)]
        for rule in self.rules.values():
            rule.come(card, device, amount, not broken)
        self.past.append((now, card, device, amount, not broken))
        return broken
