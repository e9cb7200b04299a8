"""Accepted: new messages in a queue of their own, a heap only for those that came back."""


class Message_Queue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.new, self.back = deque(), []
        self.hidden, self.order = {}, deque()
        self.gone, self.places, self.last = [], 0, 0

    def send(self, body):
        self.new.append((self.places, 1, body))
        self.places += 1

    def receive(self, now):
        self.tidy(now)
        if self.back:  # whatever was given before is older than what was not
            message = heappop(self.back)
        elif self.new:
            message = self.new.popleft()
        else:
            return None
        self.last += 1
        self.hidden[self.last] = now + self.visibility_ms, message
        self.order.append(self.last)
        return self.last, message[2]

    def ack(self, receipt, now):
        self.tidy(now)
        return self.hidden.pop(receipt, False) is not False

    def nack(self, receipt, now):
        self.tidy(now)
        if receipt in self.hidden:
            self.end(receipt)
            return True
        return False

    def dead_letters(self, now):
        self.tidy(now)
        gone, self.gone = self.gone, []
        print(len(gone), "dead")
        return gone

    def tidy(self, now):
        while self.order:
            receipt = self.order[0]
            if receipt in self.hidden:
                if now < self.hidden[receipt][0]:
                    break
                self.end(receipt)
            self.order.popleft()

    def end(self, receipt):
        place, number, body = self.hidden.pop(receipt)[1]
        if number == self.max_deliveries:
            self.gone.append(body)
        else:
            heappush(self.back, (place, number + 1, body))


if __name__ == "__main__":
    queue = Message_Queue(int(input()), 3)
