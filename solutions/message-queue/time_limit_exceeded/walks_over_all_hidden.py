"""Slow: every call walks over all that is hidden: O(n) each with 50,000 in hand."""


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.sent = self.receipts = 0
        self.waiting, self.hidden, self.dead = [], {}, []

    def send(self, body):
        self.sent += 1
        heappush(self.waiting, (self.sent, body, 0))

    def receive(self, now):
        self.look(now)
        if not self.waiting:
            return None
        place, body, deliveries = heappop(self.waiting)
        self.receipts += 1
        self.hidden[self.receipts] = now + self.visibility_ms, (place, body, deliveries + 1)
        return self.receipts, body

    def ack(self, receipt, now):
        self.look(now)
        return self.hidden.pop(receipt, None) is not None

    def nack(self, receipt, now):
        self.look(now)
        message = self.hidden.pop(receipt, None)
        if message is None:
            return False
        self.give_back(message[1])
        return True

    def dead_letters(self, now):
        self.look(now)
        dead, self.dead = self.dead, []
        return dead

    def look(self, now):
        for receipt in [r for r, (end, _) in self.hidden.items() if end <= now]:
            self.give_back(self.hidden.pop(receipt)[1])

    def give_back(self, message):
        if message[2] < self.max_deliveries:
            heappush(self.waiting, message)
        else:
            self.dead.append(message[1])
