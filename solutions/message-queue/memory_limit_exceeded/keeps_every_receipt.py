"""Memory-hungry: a record of every receipt that was ever given, with what became of it: over 100 MB."""


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.sent = self.receipts = 0
        self.history = {}
        self.waiting, self.hidden, self.ends, self.dead = [], {}, deque(), []

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
        self.ends.append((now + self.visibility_ms, self.receipts))
        self.history[self.receipts] = {"body": body, "at": now, "done": False}
        return self.receipts, body

    def ack(self, receipt, now):
        self.look(now)
        done = self.hidden.pop(receipt, None) is not None
        if done:
            self.history[receipt]["done"] = True
        return done

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
            message = self.hidden.pop(self.ends.popleft()[1], None)
            if message:
                self.give_back(message)

    def give_back(self, message):
        if message[2] < self.max_deliveries:
            heappush(self.waiting, message)
        else:
            self.dead.append(message[1])
