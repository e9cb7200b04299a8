from fractions import Fraction
from collections import deque

class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms = window_ms
        self.limits = max_attempts, max_total, max_cards
        self.history = deque()
        self.cards = {}
        self.devices = {}

    def _forget(self, now):
        while len(self.history) > 0 and now - self.history[0]["now"] >= self.window_ms:
            old = self.history.popleft()
            mine = self.cards[old["card"]]
            mine["attempts"] -= 1
            if old["approved"]:
                mine["n"] -= 1
                mine["sum"] -= old["amount"]
            if mine["attempts"] == 0:
                del self.cards[old["card"]]
            there = self.devices[old["device"]]
            there[old["card"]] -= 1
            if there[old["card"]] == 0:
                del there[old["card"]]
                if there == {}:
                    del self.devices[old["device"]]

    def check(self, card, device, amount, now):
        self._forget(now)
        max_attempts, max_total, max_cards = self.limits
        mine = self.cards.setdefault(card, {"attempts": 0, "n": 0, "sum": 0})
        there = self.devices.setdefault(device, {})
        there[card] = there.get(card, 0) + 1
        mine["attempts"] += 1
        broken = set()
        if mine["attempts"] > max_attempts:
            broken.add("velocity")
        if mine["n"] >= 3:
            if Fraction(mine["sum"], mine["n"]) * 3 < amount:
                broken.add("spike")
        if mine["sum"] + amount > max_total:
            broken.add("amount")
        if len(there) > max_cards:
            broken.add("cards")
        approved = not broken
        if approved:
            mine["n"] += 1
            mine["sum"] += amount
        self.history.append(dict(card=card, device=device, amount=amount, now=now, approved=approved))
        return sorted(broken)
