"""Accepted: sorted containers for both, a list for a pair, the camelCase habit."""


class MessageQueue:
    def __init__(self, visibilityMs, maxDeliveries):
        self.visibilityMs = visibilityMs
        self.maxDeliveries = maxDeliveries
        self.waiting = SortedDict()
        self.hidden = SortedDict()
        self.dead = []
        self.places = count()
        self.receipts = count(1)

    def send(self, body):
        self.waiting[next(self.places)] = [body, 0]

    def lookAt(self, now):
        while self.hidden and self.hidden.peekitem(0)[1][0] <= now:
            _, (_, place, message) = self.hidden.popitem(0)
            self.putBack(place, message)

    def putBack(self, place, message):
        if message[1] >= self.maxDeliveries:
            self.dead.append(message[0])
        else:
            self.waiting[place] = message

    def receive(self, now):
        self.lookAt(now)
        if not self.waiting:
            return None
        place, message = self.waiting.popitem(0)
        message[1] += 1
        receipt = next(self.receipts)
        self.hidden[receipt] = (now + self.visibilityMs, place, message)
        return [receipt, message[0]]

    def ack(self, receipt, now):
        self.lookAt(now)
        return bool(self.hidden.pop(receipt, None))

    def nack(self, receipt, now):
        self.lookAt(now)
        found = self.hidden.pop(receipt, None)
        if found:
            self.putBack(found[1], found[2])
        return bool(found)

    def deadLetters(self, now):
        self.lookAt(now)
        try:
            return self.dead
        finally:
            self.dead = []
