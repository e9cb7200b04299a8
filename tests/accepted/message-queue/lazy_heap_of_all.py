import heapq

class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms = visibility_ms
        self.max_deliveries = max_deliveries
        self.ready = []
        self.timers = []
        self.live = {}
        self.dead = []
        self.seq = 0
        self.rec = 0

    def send(self, body):
        self.seq += 1
        heapq.heappush(self.ready, (self.seq, 1, body))

    def receive(self, now):
        self.tick(now)
        try:
            seq, attempt, body = heapq.heappop(self.ready)
        except IndexError:
            return None
        self.rec += 1
        item = (now + self.visibility_ms, self.rec, seq, attempt, body)
        self.live[self.rec] = item
        heapq.heappush(self.timers, item)
        return self.rec, body

    def tick(self, now):
        while self.timers and (self.timers[0][0] <= now or self.timers[0][1] not in self.live):
            item = heapq.heappop(self.timers)
            if self.live.pop(item[1], None):
                self.retry(item)

    def retry(self, item):
        _, _, seq, attempt, body = item
        if attempt + 1 > self.max_deliveries:
            self.dead.append(body)
        else:
            heapq.heappush(self.ready, (seq, attempt + 1, body))

    def ack(self, receipt, now):
        self.tick(now)
        return bool(self.live.pop(receipt, False))

    def nack(self, receipt, now):
        self.tick(now)
        item = self.live.pop(receipt, None)
        if item:
            self.retry(item)
        return bool(item)

    def dead_letters(self, now):
        self.tick(now)
        result = list(self.dead)
        self.dead = []
        return result


queue = MessageQueue(10, 2)
queue.send("x")
assert queue.receive(0) == (1, "x")
assert queue.dead_letters(10) == []
