"""Accepted: dataclasses, a generator of what leaves, a set of pairs of card and last call on each device."""
from dataclasses import dataclass, field


@dataclass
class Account:
    attempts: int = 0
    approved: int = 0
    cents: int = 0


@dataclass(frozen=True)
class Entry:
    number: int
    at: int
    card: str
    device: str
    cents: int


@dataclass
class Device:
    last: dict = field(default_factory=dict)


class FraudDetector:
    RULES = ("amount", "cards", "spike", "velocity")

    def __init__(self, window_ms: int, max_attempts: int, max_total: int, max_cards: int, verbose=False):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.entries, self.accounts, self.devices = deque(), {}, {}
        self.numbers = itertools.count(1)

    def _expired(self, now):
        while self.entries and self.entries[0].at + self.window_ms <= now:
            yield self.entries.popleft()

    def check(self, card: str, device: str, amount: int, now: int) -> list[str]:
        for entry in self._expired(now):
            account = self.accounts[entry.card]
            account.attempts -= 1
            account.cents -= entry.cents
            account.approved -= entry.cents > 0
            if account.attempts == 0:
                del self.accounts[entry.card]
            last = self.devices[entry.device].last
            if last[entry.card] == entry.number:
                del last[entry.card]
            if not last:
                del self.devices[entry.device]
        account = self.accounts.setdefault(card, Account())
        number = next(self.numbers)
        last = self.devices.setdefault(device, Device()).last
        last[card] = number
        account.attempts += 1
        breaks = (
            account.cents + amount > self.max_total,
            len(last) > self.max_cards,
            account.approved >= 3 and amount * account.approved > 3 * account.cents,
            account.attempts > self.max_attempts,
        )
        broken = list(itertools.compress(self.RULES, breaks))
        if not broken:
            account.approved += 1
            account.cents += amount
        self.entries.append(Entry(number, now, card, device, 0 if broken else amount))
        return broken


if __name__ == "__main__":
    print(FraudDetector(10, 1, 100, 1).check(input(), "x", 10, 0))
