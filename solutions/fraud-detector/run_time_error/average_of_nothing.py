"""Crashes: divides by the number of approved transactions before it asks whether there are any: one call."""
from collections import deque


class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.log = deque()

    def check(self, card, device, amount, now):
        while self.log and self.log[0][0] <= now - self.window_ms:
            self.log.popleft()
        mine = [call for call in self.log if call[1] == card]
        approved = [cents for _, _, _, cents, declined in mine if not declined]
        seen = {call[1] for call in self.log if call[2] == device} | {card}
        broken = []
        if sum(approved) + amount > self.max_total:
            broken.append("amount")
        if len(seen) > self.max_cards:
            broken.append("cards")
        if amount > 3 * sum(approved) / len(approved) and len(approved) >= 3:
            broken.append("spike")
        if len(mine) + 1 > self.max_attempts:
            broken.append("velocity")
        self.log.append((now, card, device, amount, bool(broken)))
        return broken
