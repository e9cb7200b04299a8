class Window:
    def __init__(self, window_ms):
        self.window_ms, self.events = window_ms, deque()

    def expire(self, now):
        while self.events and self.events[0][0] <= now - self.window_ms:
            self.forget(*self.events.popleft()[1:])

class CardBook(Window):
    def __init__(self, window_ms):
        super().__init__(window_ms)
        self.book = {}

    def note(self, now, card, approved_cents):
        tries, n, cents = self.book.get(card, (0, 0, 0))
        self.book[card] = tries + 1, n + bool(approved_cents), cents + approved_cents
        self.events.append((now, card, approved_cents))

    def forget(self, card, approved_cents):
        tries, n, cents = self.book[card]
        if tries == 1:
            self.book.pop(card)
        else:
            self.book[card] = tries - 1, n - bool(approved_cents), cents - approved_cents

class DeviceBook(Window):
    def __init__(self, window_ms):
        super().__init__(window_ms)
        self.last = {}

    def note(self, now, device, card):
        self.last.setdefault(device, {})[card] = now
        self.events.append((now, device, card, now))

    def forget(self, device, card, at):
        cards = self.last.get(device)
        if cards and cards.get(card) == at:
            del cards[card]
            if not cards:
                del self.last[device]

class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.max_attempts, self.max_total, self.max_cards = max_attempts, max_total, max_cards
        self.cards, self.devices = CardBook(window_ms), DeviceBook(window_ms)

    def check(self, card, device, amount, now):
        self.cards.expire(now)
        self.devices.expire(now)
        self.devices.note(now, device, card)
        tries, n, cents = self.cards.book.get(card, (0, 0, 0))
        broken = []
        if cents + amount > self.max_total:
            broken.append("amount")
        if len(self.devices.last[device]) > self.max_cards:
            broken.append("cards")
        if n >= 3 and amount * n > 3 * cents:
            broken.append("spike")
        if tries >= self.max_attempts:
            broken.append("velocity")
        self.cards.note(now, card, 0 if broken else amount)
        return broken
