"""Accepted: dataclasses with an order; whoever leaves a topic has their heap filtered at once."""
from dataclasses import dataclass, field


@dataclass
class Publication:
    note: int
    priority: int
    number: int
    topic: str

    def __lt__(self, other):
        if self.priority != other.priority:
            return self.priority > other.priority
        return self.number < other.number


@dataclass
class Inbox:
    cursors: Dict[str, int] = field(default_factory=dict)
    heap: List[Publication] = field(default_factory=list)
    given: Set[int] = field(default_factory=set)
    recent: Deque[int] = field(default_factory=deque)


class Notifier:
    def __init__(self, limit: int, window_ms: int) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self.topics: DefaultDict[str, List[Publication]] = defaultdict(list)
        self.inboxes: DefaultDict[str, Inbox] = defaultdict(Inbox)
        self.total = 0

    def subscribe(self, user: str, topic: str) -> None:
        cursors = self.inboxes[user].cursors
        if topic not in cursors:
            cursors[topic] = len(self.topics[topic])

    def unsubscribe(self, user: str, topic: str) -> None:
        inbox = self.inboxes[user]
        if inbox.cursors.pop(topic, None) is None:
            return
        inbox.heap = [one for one in inbox.heap if one.topic != topic]
        heapify(inbox.heap)

    def publish(self, topic: str, note: int, priority: int) -> None:
        self.total += 1
        self.topics[topic].append(Publication(note, priority, self.total, topic))

    def _collect(self, inbox: Inbox) -> None:
        for topic, cursor in inbox.cursors.items():
            log = self.topics[topic]
            for one in islice(log, cursor, None) if cursor < len(log) else ():
                heappush(inbox.heap, one)
            inbox.cursors[topic] = len(log)

    def deliver(self, user: str, now: int) -> List[int]:
        inbox = self.inboxes[user]
        self._collect(inbox)
        while inbox.recent and inbox.recent[0] + self.window_ms <= now:
            inbox.recent.popleft()
        answer = []
        while inbox.heap and len(inbox.recent) < self.limit:
            one = heappop(inbox.heap)
            if one.note in inbox.given:
                continue
            inbox.given.add(one.note)
            inbox.recent.append(now)
            answer.append(one.note)
        return answer
