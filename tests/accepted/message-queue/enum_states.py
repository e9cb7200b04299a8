from enum import Enum, auto


class State(Enum):
    WAITING = auto()
    HIDDEN = auto()
    DONE = auto()


class Msg:
    __slots__ = ("place", "body", "state", "times", "receipt")

    def __init__(self, place, body):
        self.place, self.body, self.state, self.times, self.receipt = place, body, State.WAITING, 0, 0

    def __lt__(self, other):
        return self.place < other.place


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self.visibility_ms, self.max_deliveries = visibility_ms, max_deliveries
        self.heap, self.by_receipt, self.ends, self.dead = [], {}, deque(), []
        self.n = self.r = 0

    def send(self, body):
        self.n += 1
        heappush(self.heap, Msg(self.n, body))

    def receive(self, now):
        self.expire(now)
        if self.heap:
            m = heappop(self.heap)
            m.state = State.HIDDEN
            m.times += 1
            self.r += 1
            m.receipt = self.r
            self.by_receipt[self.r] = m
            self.ends.append((now + self.visibility_ms, self.r))
            return m.receipt, m.body
        return None

    def _close(self, receipt, state):
        m = self.by_receipt.pop(receipt, None)
        if m is None:
            return False
        m.state = state
        if state is State.WAITING:
            if m.times < self.max_deliveries:
                heappush(self.heap, m)
            else:
                self.dead.append(m.body)
        return True

    def expire(self, now):
        while self.ends and self.ends[0][0] <= now:
            self._close(self.ends.popleft()[1], State.WAITING)

    def ack(self, receipt, now):
        self.expire(now)
        return self._close(receipt, State.DONE)

    def nack(self, receipt, now):
        self.expire(now)
        return self._close(receipt, State.WAITING)

    def dead_letters(self, now):
        self.expire(now)
        dead = self.dead
        self.dead = []
        return dead
