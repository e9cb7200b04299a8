class Box:
    def __init__(self, start):
        self.start, self.heap = start, []

class Notifier:
    """Each subscription has a heap of its own; the best of their heads is given."""
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.published = 0
        self.topics = {}
        self.boxes = {}
        self.done = {}
        self.recent = {}

    def subscribe(self, user, topic):
        log = self.topics.setdefault(topic, [])
        self.boxes.setdefault(user, {}).setdefault(topic, Box(len(log)))

    def unsubscribe(self, user, topic):
        self.boxes.get(user, {}).pop(topic, None)

    def publish(self, topic, note, priority):
        self.published += 1
        self.topics.setdefault(topic, []).append((-priority, self.published, note))

    def deliver(self, user, now):
        if user not in self.boxes:
            return []
        heads = []
        for topic, box in self.boxes[user].items():
            log = self.topics[topic]
            for entry in itertools.islice(log, box.start, None) if box.start < len(log) else ():
                heapq.heappush(box.heap, entry)
            box.start = len(log)
            if box.heap:
                heads.append((box.heap[0], topic))
        heapq.heapify(heads)
        done = self.done.setdefault(user, set())
        recent = self.recent.setdefault(user, collections.deque())
        while recent and now - recent[0] >= self.window_ms:
            recent.popleft()
        answer = []
        while heads and len(recent) < self.limit:
            (_, _, note), topic = heads[0]
            box = self.boxes[user][topic]
            heapq.heappop(box.heap)
            if box.heap:
                heapq.heapreplace(heads, (box.heap[0], topic))
            else:
                heapq.heappop(heads)
            if note not in done:
                done.add(note)
                recent.append(now)
                answer.append(note)
        return answer
