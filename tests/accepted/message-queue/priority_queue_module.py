from queue import Empty, PriorityQueue, SimpleQueue


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.v, self.m = visibility_ms, max_deliveries
        self.waiting = PriorityQueue()
        self.dead = SimpleQueue()
        self.hidden = {}
        self.ends = deque()
        self.sent, self.receipts = 0, 0

    def send(self, body):
        self.sent += 1
        self.waiting.put_nowait((self.sent, 0, body))

    def receive(self, now):
        self.run_out(now)
        try:
            place, tries, body = self.waiting.get_nowait()
        except Empty:
            return None
        self.receipts += 1
        self.hidden[self.receipts] = (place, tries + 1, body)
        self.ends.append((now + self.v, self.receipts))
        return self.receipts, body

    def run_out(self, now):
        while self.ends and self.ends[0][0] <= now:
            self.fail(self.ends.popleft()[1])

    def fail(self, receipt):
        if receipt not in self.hidden:
            return False
        place, tries, body = self.hidden.pop(receipt)
        if tries < self.m:
            self.waiting.put_nowait((place, tries, body))
        else:
            self.dead.put(body)
        return True

    def ack(self, receipt, now):
        self.run_out(now)
        return self.hidden.pop(receipt, None) is not None

    def nack(self, receipt, now):
        self.run_out(now)
        return self.fail(receipt)

    def dead_letters(self, now):
        self.run_out(now)
        return [self.dead.get() for _ in range(self.dead.qsize())]
