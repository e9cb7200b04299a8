"""Accepted: running sums in lists that are cut now and then, bisection for the edge, a heap of expiries."""
from bisect import bisect_right
from heapq import heappop, heappush


class Card:
    __slots__ = ("attempts", "times", "sums")

    def __init__(self):
        self.attempts, self.times, self.sums = [], [], [0]

    def cut(self, start):
        gone = bisect_right(self.times, start)
        del self.times[:gone], self.sums[:gone]
        del self.attempts[:bisect_right(self.attempts, start)]


class Fraud_Detector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.cards, self.seen, self.heap, self.calls = {}, {}, [], 0

    def check(self, card, device, amount, now):
        start = now - self.window_ms
        while self.heap and self.heap[0][0] <= start:
            at, _, one, where = heappop(self.heap)
            seen = self.seen.get(where, {})
            if seen.get(one) == at:
                del seen[one]
                if not seen:
                    del self.seen[where]
            if one in self.cards and self.cards[one].attempts[-1] <= start:
                del self.cards[one]
        self.calls += 1
        heappush(self.heap, (now, self.calls, card, device))
        seen = self.seen.setdefault(device, {})
        seen[card] = now
        mine = self.cards.get(card)
        if mine is None:
            mine = self.cards[card] = Card()
        if len(mine.attempts) % 1000 == 0:
            mine.cut(start)
        mine.attempts.append(now)
        first = bisect_right(mine.times, start)
        count, cents = len(mine.times) - first, mine.sums[-1] - mine.sums[first]
        broken = []
        if amount > self.max_total - cents:
            broken.append("amount")
        if len(seen) > self.max_cards:
            broken.append("cards")
        if count >= 3 and amount * count > cents * 3:
            broken.append("spike")
        if len(mine.attempts) - bisect_right(mine.attempts, start) > self.max_attempts:
            broken.append("velocity")
        if not broken:
            mine.times.append(now)
            mine.sums.append(mine.sums[-1] + amount)
        return broken
