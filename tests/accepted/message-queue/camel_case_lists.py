class messageQueue:
    def __init__(self, visibilityMs: int, maxDeliveries: int):
        self.v = visibilityMs
        self.m = maxDeliveries
        self.heap = []
        self.held = {}
        self.times = []
        self.dead = []
        self.i = 0
        self.r = 0

    def Send(self, body):
        heapq.heappush(self.heap, [self.i, 0, body])
        self.i += 1

    def Receive(self, now):
        self.timeOut(now)
        if not self.heap:
            return
        entry = heapq.heappop(self.heap)
        entry[1] += 1
        self.r += 1
        self.held[self.r] = entry
        heapq.heappush(self.times, (now + self.v, self.r))
        return [self.r, entry[2]]

    def Ack(self, receipt, now):
        self.timeOut(now)
        ok = receipt in self.held
        if ok:
            del self.held[receipt]
        return ok

    def Nack(self, receipt, now):
        self.timeOut(now)
        ok = receipt in self.held
        if ok:
            self.again(self.held.pop(receipt))
        return ok

    def deadLetters(self, now):
        self.timeOut(now)
        res = [body for body in self.dead]
        self.dead = []
        return res

    def again(self, entry):
        if entry[1] < self.m:
            heapq.heappush(self.heap, entry)
        else:
            self.dead.append(entry[2])

    def timeOut(self, now):
        while self.times and self.times[0][0] <= now:
            _, r = heapq.heappop(self.times)
            if r in self.held:
                self.again(self.held.pop(r))
