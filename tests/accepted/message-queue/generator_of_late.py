class MessageQueue:
    def __init__(self, visibility_ms: int, max_deliveries: int):
        self.visibility_ms = visibility_ms
        self.max_deliveries = max_deliveries
        self.waiting = SortedList()
        self.given: Dict[int, Tuple[int, int, int, str]] = {}
        self.window = deque()
        self.dead: List[str] = []
        self.sent = self.receipt = 0

    def _late(self, now):
        while self.window and self.window[0] not in self.given:
            self.window.popleft()
        while self.window and self.given[self.window[0]][0] <= now:
            yield self.given.pop(self.window.popleft())
            while self.window and self.window[0] not in self.given:
                self.window.popleft()

    def _look(self, now):
        for late in self._late(now):
            self._put_back(late)

    def _put_back(self, message):
        _, place, left, body = message
        if left:
            self.waiting.add((place, left, body))
        else:
            self.dead.append(body)

    def send(self, body: str) -> None:
        self.waiting.add((self.sent, self.max_deliveries, body))
        self.sent += 1

    def receive(self, now: int) -> Optional[Tuple[int, str]]:
        self._look(now)
        if not len(self.waiting):
            return None
        place, left, body = self.waiting.pop(0)
        self.receipt += 1
        self.given[self.receipt] = now + self.visibility_ms, place, left - 1, body
        self.window.append(self.receipt)
        return self.receipt, body

    def ack(self, receipt: int, now: int) -> bool:
        self._look(now)
        try:
            del self.given[receipt]
        except KeyError:
            return False
        return True

    def nack(self, receipt: int, now: int) -> bool:
        self._look(now)
        try:
            message = self.given.pop(receipt)
        except KeyError:
            return False
        self._put_back(message)
        return True

    def dead_letters(self, now: int) -> List[str]:
        self._look(now)
        told, self.dead = self.dead, []
        return told
