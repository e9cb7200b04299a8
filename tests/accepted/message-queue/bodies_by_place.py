class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms = visibility_ms
        self.max_deliveries = max_deliveries
        self.bodies = {}
        self.tries = Counter()
        self.ready = []
        self.owner = {}
        self.expiry = deque()
        self.dead = []
        self.next_place = 0
        self.next_receipt = 1

    def send(self, body):
        self.bodies[self.next_place] = body
        heappush(self.ready, self.next_place)
        self.next_place += 1

    def receive(self, now):
        self.release_expired(now)
        if self.ready == []:
            return None
        place = heappop(self.ready)
        self.tries[place] += 1
        receipt = self.next_receipt
        self.next_receipt += 1
        self.owner[receipt] = place
        self.expiry.append((receipt, now + self.visibility_ms))
        return (receipt, self.bodies[place])

    def ack(self, receipt, now):
        self.release_expired(now)
        if receipt not in self.owner:
            return False
        self.forget(self.owner.pop(receipt))
        return True

    def nack(self, receipt, now):
        self.release_expired(now)
        if receipt not in self.owner:
            return False
        self.fail(self.owner.pop(receipt))
        return True

    def dead_letters(self, now):
        self.release_expired(now)
        out = self.dead
        self.dead = []
        return out

    def forget(self, place):
        del self.tries[place]
        return self.bodies.pop(place)

    def fail(self, place):
        if self.tries[place] == self.max_deliveries:
            self.dead.append(self.forget(place))
        else:
            heappush(self.ready, place)

    def release_expired(self, now):
        while self.expiry and self.expiry[0][1] <= now:
            receipt, _ = self.expiry.popleft()
            if receipt in self.owner:
                self.fail(self.owner.pop(receipt))
