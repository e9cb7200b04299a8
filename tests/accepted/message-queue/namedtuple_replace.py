Message = namedtuple("Message", "place body deliveries end", defaults=(0, 0))


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms = visibility_ms
        self.max_deliveries = max_deliveries
        self.waiting: list[Message] = []
        self.hidden: dict[int, Message] = {}
        self.oldest = 1
        self.receipts = 0
        self.place = 0
        self.dead: list[str] = []

    def send(self, body):
        heappush(self.waiting, Message(self.place, body))
        self.place += 1

    def receive(self, now):
        self._pass(now)
        if not self.waiting:
            return None
        m = heappop(self.waiting)
        self.receipts += 1
        self.hidden[self.receipts] = m._replace(deliveries=m.deliveries + 1, end=now + self.visibility_ms)
        return (self.receipts, m.body)

    def _pass(self, now):
        # receipts below self.oldest are all closed
        while self.oldest <= self.receipts:
            m = self.hidden.get(self.oldest)
            if m is not None:
                if m.end > now:
                    break
                self._fail(self.hidden.pop(self.oldest))
            self.oldest += 1

    def _fail(self, m):
        if m.deliveries < self.max_deliveries:
            heappush(self.waiting, m)
        else:
            self.dead.append(m.body)

    def ack(self, receipt, now):
        self._pass(now)
        return self.hidden.pop(receipt, None) is not None

    def nack(self, receipt, now):
        self._pass(now)
        m = self.hidden.pop(receipt, None)
        if m is not None:
            self._fail(m)
        return m is not None

    def dead_letters(self, now):
        self._pass(now)
        dead = self.dead.copy()
        self.dead = []
        return dead
