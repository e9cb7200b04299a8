from abc import ABC, abstractmethod


class Store(ABC):
    @abstractmethod
    def put(self, item): ...

    @abstractmethod
    def take(self): ...


class HeapStore(Store):
    def __init__(self):
        self._items = []

    def put(self, item):
        heapq.heappush(self._items, item)

    def take(self):
        return heapq.heappop(self._items) if self._items else None


class MessageQueue:
    def __init__(self, visibility_ms, max_deliveries):
        self._store: Store = HeapStore()
        self._v, self._m = visibility_ms, max_deliveries
        self._flight = OrderedDict()
        self._dead, self._seq, self._rec = [], 0, 0

    def _sweep(self, now):
        while self._flight and next(iter(self._flight.values()))[0] <= now:
            _, (_, seq, body, n) = self._flight.popitem(last=False)
            self._return(seq, body, n)

    def _return(self, seq, body, n):
        if n >= self._m:
            self._dead.append(body)
        else:
            self._store.put((seq, body, n))

    def send(self, body):
        self._seq += 1
        self._store.put((self._seq, body, 0))

    def receive(self, now):
        self._sweep(now)
        item = self._store.take()
        if item is None:
            return None
        self._rec += 1
        self._flight[self._rec] = (now + self._v, item[0], item[1], item[2] + 1)
        return self._rec, item[1]

    def ack(self, receipt, now):
        self._sweep(now)
        return self._flight.pop(receipt, None) is not None

    def nack(self, receipt, now):
        self._sweep(now)
        item = self._flight.pop(receipt, None)
        if item:
            self._return(*item[1:])
        return item is not None

    def dead_letters(self, now):
        self._sweep(now)
        dead, self._dead = self._dead, []
        return dead
