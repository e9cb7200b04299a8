class Node:
    __slots__ = "at", "card", "device", "cents", "next"

    def __init__(self, at, card, device, cents):
        self.at, self.card, self.device, self.cents, self.next = at, card, device, cents, None

class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms = window_ms
        self.max_attempts, self.max_total, self.max_cards = max_attempts, max_total, max_cards
        self.first = self.last = Node(-1, None, None, 0)
        self.tries, self.good, self.cents, self.devices = {}, {}, {}, {}

    def check(self, card, device, amount, now):
        node = self.first.next
        while node is not None and node.at <= now - self.window_ms:
            self.first = node
            self.tries[node.card] -= 1
            if node.cents:
                self.good[node.card] -= 1
                self.cents[node.card] -= node.cents
            if not self.tries[node.card]:
                for table in (self.tries, self.good, self.cents):
                    table.pop(node.card, 0)
            names = self.devices[node.device]
            names.remove(node)
            if not names:
                del self.devices[node.device]
            node = node.next
        self.last.next = self.last = Node(now, card, device, amount)
        self.tries[card] = self.tries.get(card, 0) + 1
        names = self.devices.setdefault(device, Names())
        names.add(self.last)
        good, cents = self.good.get(card, 0), self.cents.get(card, 0)
        broken = [name for name, breaks in (
            ("amount", cents + amount > self.max_total),
            ("cards", len(names) > self.max_cards),
            ("spike", good >= 3 and amount * good > 3 * cents),
            ("velocity", self.tries[card] > self.max_attempts),
        ) if breaks]
        if broken:
            self.last.cents = 0
        else:
            self.good[card], self.cents[card] = good + 1, cents + amount
        return broken

class Names:
    """Different cards on a device, as a multiset."""
    def __init__(self):
        self.times = {}

    def __len__(self):
        return len(self.times)

    def add(self, node):
        self.times[node.card] = self.times.get(node.card, 0) + 1

    def remove(self, node):
        self.times[node.card] -= 1
        if not self.times[node.card]:
            del self.times[node.card]
