"""Does not load: the class has no method `dead_letters`."""


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.waiting = deque()

    def send(self, body):
        self.waiting.append(body)

    def receive(self, now):
        return (1, self.waiting.popleft()) if self.waiting else None

    def ack(self, receipt, now):
        return True

    def nack(self, receipt, now):
        return True
