from functools import wraps


def timed(method):
    @wraps(method)
    def inner(self, *args):
        self.settle(args[-1])
        return method(self, *args)
    return inner


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.hide = visibility_ms
        self.limit = max_deliveries
        self.pending = []
        self.out = OrderedDict()
        self.grave = []
        self.places, self.receipts = count(), count(1)

    def send(self, body):
        heappush(self.pending, (next(self.places), 0, body))

    def settle(self, now):
        for receipt, (end, _) in list(islice(self.out.items(), 1)):
            if end <= now:
                self.fail(self.out.pop(receipt)[1])
                self.settle_more(now)

    def settle_more(self, now):
        while self.out:
            receipt = next(iter(self.out))
            if self.out[receipt][0] > now:
                return
            self.fail(self.out.pop(receipt)[1])

    def fail(self, message):
        if message[1] < self.limit:
            heappush(self.pending, message)
        else:
            self.grave.append(message[2])

    @timed
    def receive(self, now):
        if not self.pending:
            return None
        place, tries, body = heappop(self.pending)
        receipt = next(self.receipts)
        self.out[receipt] = (now + self.hide, (place, tries + 1, body))
        return receipt, body

    @timed
    def ack(self, receipt, now):
        return receipt in self.out and bool(self.out.pop(receipt))

    @timed
    def nack(self, receipt, now):
        if receipt not in self.out:
            return False
        self.fail(self.out.pop(receipt)[1])
        return True

    @timed
    def dead_letters(self, now):
        grave, self.grave = self.grave, []
        return grave
