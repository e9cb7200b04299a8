"""Accepted: a generator of broken rules, a float average, defaultdicts; every attribute set by its name."""
import collections


class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.__dict__.update(locals())
        self.calls = collections.deque()
        self.by_card = collections.defaultdict(lambda: [0, 0, 0])
        self.by_device = collections.defaultdict(collections.Counter)

    def rules(self, card, device, amount):
        attempts, count, total = self.by_card[card]
        if total + amount > self.max_total:
            yield "amount"
        if len(self.by_device[device]) > self.max_cards:
            yield "cards"
        if count >= 3 and amount > 3 * (total / count):
            yield "spike"
        if attempts > self.max_attempts:
            yield "velocity"

    def add(self, card, device, cents, sign):
        numbers = self.by_card[card]
        numbers[0] += sign
        self.pay(card, cents, sign)
        if not numbers[0]:
            del self.by_card[card]
        counter = self.by_device[device]
        counter[card] += sign
        if not counter[card]:
            del counter[card]
        if not counter:
            del self.by_device[device]

    def pay(self, card, cents, sign):
        if cents > 0:
            self.by_card[card][1] += sign
            self.by_card[card][2] += sign * cents

    def check(self, card, device, amount, now):
        while self.calls and self.calls[0][-1] <= now - self.window_ms:
            gone = self.calls.popleft()
            self.add(*gone[:3], -1)
        self.add(card, device, 0, +1)
        broken = [*self.rules(card, device, amount)]
        if not broken:
            self.pay(card, amount, +1)
        self.calls.append((card, device, 0 if broken else amount, now))
        return broken
