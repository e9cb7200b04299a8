"""Wrong: of messages that run out at one moment the one sent first dies first, not the first receipt."""


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.sent = self.receipts = 0
        self.waiting, self.hidden, self.ends, self.dead = [], {}, [], []

    def send(self, body):
        self.sent += 1
        heappush(self.waiting, (self.sent, body, 0))

    def receive(self, now):
        self.look(now)
        if not self.waiting:
            return None
        place, body, deliveries = heappop(self.waiting)
        self.receipts += 1
        self.hidden[self.receipts] = (place, body, deliveries + 1)
        heappush(self.ends, (now + self.visibility_ms, place, self.receipts))
        return self.receipts, body

    def ack(self, receipt, now):
        self.look(now)
        return self.hidden.pop(receipt, None) is not None

    def nack(self, receipt, now):
        self.look(now)
        message = self.hidden.pop(receipt, None)
        if message is None:
            return False
        self.give_back(message)
        return True

    def dead_letters(self, now):
        self.look(now)
        dead, self.dead = self.dead, []
        return dead

    def look(self, now):
        while self.ends and self.ends[0][0] <= now:
            message = self.hidden.pop(heappop(self.ends)[2], None)
            if message:
                self.give_back(message)

    def give_back(self, message):
        if message[2] < self.max_deliveries:
            heappush(self.waiting, message)
        else:
            self.dead.append(message[1])
