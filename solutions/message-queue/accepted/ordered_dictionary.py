"""Accepted: hidden messages in an OrderedDict by receipt, which is the order of their ends too."""
from collections import OrderedDict
import heapq


class MessageQueue:
    def __init__(self, visibility_ms: int, max_deliveries: int):
        self.visibility, self.most = visibility_ms, max_deliveries
        self.waiting: list[tuple[int, int, str]] = []
        self.hidden: OrderedDict[int, tuple[int, tuple[int, int, str]]] = OrderedDict()
        self.letters: list[str] = []
        self.count = self.receipt = 0

    def _expire(self, now: int) -> None:
        while self.hidden:
            receipt, (end, message) = next(iter(self.hidden.items()))
            if end > now:
                return
            del self.hidden[receipt]
            self._back(message)

    def _back(self, message: tuple[int, int, str]) -> None:
        place, delivered, body = message
        if delivered == self.most:
            self.letters.append(body)
        else:
            heapq.heappush(self.waiting, message)

    def send(self, body: str) -> None:
        heapq.heappush(self.waiting, (self.count, 0, body))
        self.count += 1

    def receive(self, now: int):
        self._expire(now)
        if self.waiting:
            place, delivered, body = heapq.heappop(self.waiting)
            self.receipt += 1
            self.hidden[self.receipt] = (now + self.visibility, (place, delivered + 1, body))
            return (self.receipt, body)

    def ack(self, receipt: int, now: int) -> bool:
        self._expire(now)
        if receipt in self.hidden:
            del self.hidden[receipt]
            return True
        return False

    def nack(self, receipt: int, now: int) -> bool:
        self._expire(now)
        if receipt not in self.hidden:
            return False
        end, message = self.hidden.pop(receipt)
        self._back(message)
        return True

    def dead_letters(self, now: int) -> list[str]:
        self._expire(now)
        told = self.letters[:]
        self.letters.clear()
        return told
