class MessageQueue(OrderedDict):
    """Hidden messages are its items: receipt -> (received, place, tries, body)."""

    def __init__(self, visibility_ms, max_deliveries):
        super().__init__()
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.line, self.dead, self.places, self.number = [], [], 0, 0

    def send(self, body):
        heappush(self.line, (self.places, 0, body))
        self.places += 1

    def receive(self, now):
        self.wake(now)
        if not self.line:
            return None
        place, tries, body = heappop(self.line)
        self.number += 1
        self[self.number] = (now, place, tries + 1, body)
        return self.number, body

    def wake(self, now):
        while len(self):
            receipt = next(iter(self))
            if now - self[receipt][0] < self.visibility_ms:
                break
            self.fail(self.pop(receipt))

    def fail(self, item):
        _, place, tries, body = item
        if tries == self.max_deliveries:
            self.dead.append(body)
        else:
            heappush(self.line, (place, tries, body))

    def ack(self, receipt, now):
        self.wake(now)
        return self.pop(receipt, None) is not None

    def nack(self, receipt, now):
        self.wake(now)
        if receipt in self:
            self.fail(self.pop(receipt))
            return True
        return False

    def dead_letters(self, now):
        self.wake(now)
        copy_of_dead = self.dead[:]
        self.dead.clear()
        return copy_of_dead
