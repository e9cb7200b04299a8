class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window, self.max_attempts, self.max_total, self.max_cards = window_ms, max_attempts, max_total, max_cards
        self.items, self.head = [], 0
        self.card, self.dev = {}, {}

    def check(self, card, device, amount, now):
        items = self.items
        while self.head < len(items) and items[self.head][0] + self.window <= now:
            _, c, d, a = items[self.head]
            self.head += 1
            state = self.card[c]
            state[0] -= 1
            if a:
                state[1] -= 1
                state[2] -= a
            if state == [0, 0, 0]:
                del self.card[c]
            names = self.dev[d]
            names[c] -= 1
            if names[c] == 0:
                del names[c]
            if len(names) == 0:
                del self.dev[d]
        if self.head > 1000 and self.head * 2 > len(items):
            del items[:self.head]
            self.head = 0
        state = self.card.get(card)
        if state is None:
            state = self.card[card] = [0, 0, 0]
        names = self.dev.get(device)
        if names is None:
            names = self.dev[device] = {}
        state[0] += 1
        names[card] = names[card] + 1 if card in names else 1
        rules = ""
        if state[2] + amount > self.max_total:
            rules += "amount "
        if len(names) > self.max_cards:
            rules += "cards "
        if state[1] >= 3 and amount * state[1] > 3 * state[2]:
            rules += "spike "
        if state[0] > self.max_attempts:
            rules += "velocity "
        if rules == "":
            state[1] += 1
            state[2] += amount
            items.append((now, card, device, amount))
        else:
            items.append((now, card, device, 0))
        return rules.split()
