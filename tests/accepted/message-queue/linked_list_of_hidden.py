class Node:
    __slots__ = ("before", "after", "end", "message")

    def __init__(self, end, message):
        self.end, self.message = end, message
        self.before = self.after = None


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.head, self.tail = Node(0, None), Node(0, None)
        self.head.after, self.tail.before = self.tail, self.head
        self.nodes = {}
        self.first_receipt = {}
        self.waiting, self.dead = [], []
        self.sent = self.receipts = 0

    def send(self, body):
        self.sent += 1
        heappush(self.waiting, (self.sent, body, 0))

    def receive(self, now):
        self.expire(now)
        if not self.waiting:
            return None
        place, body, tries = heappop(self.waiting)
        self.receipts += 1
        node = Node(now + self.visibility_ms, (self.receipts, place, body, tries + 1))
        last = self.tail.before
        last.after = node
        node.before, node.after = last, self.tail
        self.tail.before = node
        self.nodes[self.receipts] = node
        return self.receipts, body

    def unlink(self, receipt):
        node = self.nodes.pop(receipt, None)
        if node is not None:
            node.before.after, node.after.before = node.after, node.before
            node.before = node.after = None
        return node

    def back(self, node):
        _, place, body, tries = node.message
        if tries < self.max_deliveries:
            heappush(self.waiting, (place, body, tries))
        else:
            self.dead.append(body)

    def expire(self, now):
        while self.head.after is not self.tail and self.head.after.end <= now:
            self.back(self.unlink(self.head.after.message[0]))

    def ack(self, receipt, now):
        self.expire(now)
        return self.unlink(receipt) is not None

    def nack(self, receipt, now):
        self.expire(now)
        node = self.unlink(receipt)
        if node is None:
            return False
        self.back(node)
        return True

    def dead_letters(self, now):
        self.expire(now)
        dead, self.dead = self.dead, []
        return dead
