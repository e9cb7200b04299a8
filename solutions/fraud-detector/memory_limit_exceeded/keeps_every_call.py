"""Memory-hungry: the queue is a list with a start index that is never cut."""
class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms = window_ms
        self.max_attempts = max_attempts
        self.max_total = max_total
        self.max_cards = max_cards
        self.log, self.start = [], 0
        self.cards = {}
        self.devices = {}

    def check(self, card, device, amount, now):
        self.forget(now - self.window_ms)
        numbers = self.cards.setdefault(card, [0, 0, 0])
        seen = self.devices.setdefault(device, {})
        numbers[0] += 1
        seen[card] = seen.get(card, 0) + 1
        attempts, approved, cents = numbers
        broken = []
        if cents + amount > self.max_total:
            broken.append("amount")
        if len(seen) > self.max_cards:
            broken.append("cards")
        if approved >= 3 and amount * approved > 3 * cents:
            broken.append("spike")
        if attempts > self.max_attempts:
            broken.append("velocity")
        if not broken:
            numbers[1] += 1
            numbers[2] += amount
        self.log.append((now, card, device, 0 if broken else amount))
        return broken

    def forget(self, until):
        log, cards, devices = self.log, self.cards, self.devices
        while self.start < len(log) and log[self.start][0] <= until:
            _, card, device, cents = log[self.start]
            self.start += 1
            numbers = cards[card]
            if numbers[0] == 1:
                del cards[card]
            else:
                numbers[0] -= 1
                if cents:
                    numbers[1] -= 1
                    numbers[2] -= cents
            seen = devices[device]
            if seen[card] > 1:
                seen[card] -= 1
            elif len(seen) > 1:
                del seen[card]
            else:
                del devices[device]
