"""Accepted: a dataclass for a message, ordered by its place; two heaps, old entries skipped."""
from dataclasses import dataclass, field


@dataclass(order=True)
class Message:
    place: int
    body: str = field(compare=False)
    deliveries: int = field(default=0, compare=False)


class MessageQueue:
    def __init__(self, visibility_ms: int, max_deliveries: int) -> None:
        self.visibility_ms = visibility_ms
        self.max_deliveries = max_deliveries
        self.waiting: List[Message] = []
        self.in_hand: Dict[int, Message] = {}
        self.deadlines: List[Tuple[int, int]] = []
        self.dead: Deque[str] = deque()
        self.sent = 0
        self.delivered = 0

    def send(self, body: str) -> None:
        self.sent += 1
        heapq.heappush(self.waiting, Message(self.sent, body))

    def receive(self, now: int) -> Optional[Tuple[int, str]]:
        self.expire(now)
        if not self.waiting:
            return None
        message = heapq.heappop(self.waiting)
        self.delivered += 1
        message.deliveries += 1
        self.in_hand[self.delivered] = message
        heapq.heappush(self.deadlines, (now + self.visibility_ms, self.delivered))
        return self.delivered, message.body

    def ack(self, receipt: int, now: int) -> bool:
        self.expire(now)
        return self.in_hand.pop(receipt, None) is not None

    def nack(self, receipt: int, now: int) -> bool:
        self.expire(now)
        message = self.in_hand.pop(receipt, None)
        if message is not None:
            self.release(message)
        return message is not None

    def dead_letters(self, now: int) -> List[str]:
        self.expire(now)
        bodies = list(self.dead)
        self.dead = deque()
        return bodies

    def release(self, message: Message) -> None:
        if message.deliveries < self.max_deliveries:
            heapq.heappush(self.waiting, message)
        else:
            self.dead.append(message.body)

    def expire(self, now: int) -> None:
        while self.deadlines and self.deadlines[0][0] <= now:
            _, receipt = heapq.heappop(self.deadlines)
            if receipt in self.in_hand:
                self.release(self.in_hand.pop(receipt))
