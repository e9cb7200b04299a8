"""Accepted: a queue for each card and each device, and a sweep over all of them once a window."""
from collections import OrderedDict, deque


class FraudDetector(object):
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.cards, self.devices, self.next_sweep = {}, {}, 0

    def check(self, card, device, amount, now):
        start = now - self.window_ms
        if now >= self.next_sweep:
            self.cards = {c: q for c, q in self.cards.items() if q[0][-1] > start}
            self.devices = {d: s for d, s in self.devices.items() if next(reversed(s.values())) > start}
            self.next_sweep = now + self.window_ms
        if card not in self.cards:
            self.cards[card] = deque(), deque(), [0]
        attempts, approved, total = self.cards[card]
        while attempts and attempts[0] <= start:
            attempts.popleft()
        while approved and approved[0][0] <= start:
            total[0] -= approved.popleft()[1]
        seen = self.devices.setdefault(device, OrderedDict())
        while seen and next(iter(seen.values())) <= start:
            seen.popitem(last=False)
        attempts.append(now)
        seen[card] = now
        seen.move_to_end(card)
        answer = []
        if total[0] + amount > self.max_total:
            answer += ["amount"]
        if len(seen) > self.max_cards:
            answer += ["cards"]
        if len(approved) > 2 and amount * len(approved) > 3 * total[0]:
            answer += ["spike"]
        if len(attempts) > self.max_attempts:
            answer += ["velocity"]
        if answer:
            print("declined", card, answer)
        else:
            approved.append((now, amount))
            total[0] += amount
        return answer
