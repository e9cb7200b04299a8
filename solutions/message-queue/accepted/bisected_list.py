"""Accepted: what waits in a list with the oldest at its end, put in by bisection."""
from bisect import insort


class MessageQueue(object):
    def __init__(self, visibility_ms: int, max_deliveries: int, *, start: int = 1) -> None:
        self.visibility_ms = visibility_ms
        self.max_deliveries = max_deliveries
        self.number = 0
        self.waiting = []
        self.receipt = start
        self.hidden = collections.OrderedDict()
        self.dead = []

    def send(self, body):
        self.number += 1
        insort(self.waiting, (-self.number, 0, body))

    def receive(self, now):
        self.free(now)
        if not self.waiting:
            return None
        place, deliveries, body = self.waiting.pop()
        receipt, self.receipt = self.receipt, self.receipt + 1
        self.hidden[receipt] = (now, place, deliveries + 1, body)
        return receipt, body

    def free(self, now):
        late = []
        for receipt, message in self.hidden.items():
            if message[0] > now - self.visibility_ms:
                break
            late.append(receipt)
        for receipt in late:
            self.release(self.hidden.pop(receipt))

    def release(self, message):
        _, place, deliveries, body = message
        if deliveries < self.max_deliveries:
            insort(self.waiting, (place, deliveries, body))
        else:
            self.dead += [body]

    def ack(self, receipt, now):
        self.free(now)
        if message := self.hidden.pop(receipt, None):
            return True
        return False

    def nack(self, receipt, now):
        self.free(now)
        if message := self.hidden.pop(receipt, None):
            self.release(message)
            return True
        return False

    def dead_letters(self, now):
        self.free(now)
        result = self.dead.copy()
        del self.dead[:]
        return result
