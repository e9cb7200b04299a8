"""Slow: a queue for each card, whose amounts are added up at each call."""
from collections import defaultdict, deque


class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.cards, self.devices = {}, {}
        self.next_sweep = 0

    def check(self, card, device, amount, now):
        start = now - self.window_ms
        if now >= self.next_sweep:
            self.cards = {c: q for c, q in self.cards.items() if q[-1][0] > start}
            self.devices = {d: s for d, s in self.devices.items() if max(s.values()) > start}
            self.next_sweep = now + self.window_ms
        calls = self.cards.setdefault(card, deque())
        while calls and calls[0][0] <= start:
            calls.popleft()
        seen = self.devices.setdefault(device, {})
        seen.pop(card, None)
        seen[card] = now
        while next(iter(seen.values())) <= start:
            del seen[next(iter(seen))]
        approved = [cents for _, cents in calls if cents]
        broken = []
        if sum(approved) + amount > self.max_total:
            broken.append("amount")
        if len(seen) > self.max_cards:
            broken.append("cards")
        if len(approved) >= 3 and amount * len(approved) > 3 * sum(approved):
            broken.append("spike")
        if len(calls) + 1 > self.max_attempts:
            broken.append("velocity")
        calls.append((now, 0 if broken else amount))
        return broken
