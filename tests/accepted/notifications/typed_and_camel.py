from __future__ import annotations
from dataclasses import dataclass, field

@dataclass(order=True, slots=True, frozen=True)
class Waiting:
    minusPriority: int
    number: int
    note: int = field(compare=False)
    ticket: int = field(compare=False)

@dataclass(slots=True)
class Inbox:
    tickets: dict[str, int] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    heap: list[Waiting] = field(default_factory=list)
    given: set[int] = field(default_factory=set)
    times: collections.deque[int] = field(default_factory=collections.deque)

class Notifier:
    def __init__(self, limit: int, windowMs: int) -> None:
        self.limit = limit
        self.windowMs = windowMs
        self.nextTicket = 1
        self.publications = 0
        self.inboxes: dict[str, Inbox] = {}
        self.logs: dict[str, list[tuple[int, int, int]]] = {}

    def subscribe(self, user: str, topic: str) -> None:
        inbox = self.inboxes.setdefault(user, Inbox())
        if topic in inbox.tickets:
            return
        inbox.tickets[topic] = self.nextTicket
        self.nextTicket += 1
        inbox.positions[topic] = len(self.logs.get(topic, []))

    def unsubscribe(self, user: str, topic: str) -> None:
        inbox = self.inboxes.get(user)
        if inbox is None or topic not in inbox.tickets:
            return
        del inbox.tickets[topic]
        del inbox.positions[topic]

    def publish(self, topic: str, note: int, priority: int) -> None:
        self.publications += 1
        self.logs.setdefault(topic, []).append((priority, self.publications, note))

    def deliver(self, user: str, now: int) -> list[int]:
        inbox = self.inboxes.get(user)
        if inbox is None:
            return []
        for topic, position in inbox.positions.items():
            log = self.logs.get(topic, [])
            for index in range(position, len(log)):
                priority, number, note = log[index]
                heapq.heappush(inbox.heap, Waiting(-priority, number, note, inbox.tickets[topic]))
            inbox.positions[topic] = len(log)
        while inbox.times and inbox.times[0] <= now - self.windowMs:
            inbox.times.popleft()
        alive = set(inbox.tickets.values())
        answer: list[int] = []
        while inbox.heap and len(inbox.times) < self.limit:
            one = heapq.heappop(inbox.heap)
            if one.ticket in alive and one.note not in inbox.given:
                inbox.given.add(one.note)
                inbox.times.append(now)
                answer.append(one.note)
        return answer
