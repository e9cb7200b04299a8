class Topic:
    def __init__(self):
        self.notes = []

    def since(self, place):
        while place < len(self.notes):
            yield self.notes[place]
            place += 1

class Follow:
    def __init__(self, topic):
        self.topic, self.place, self.active = topic, len(topic.notes), True

    def fresh(self):
        for entry in self.topic.since(self.place):
            yield entry, self
        self.place = len(self.topic.notes)

class Reader:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.follows, self.heap, self.had, self.times = {}, [], set(), deque()

    def room(self, now):
        while self.times and self.times[0] <= now - self.window_ms:
            self.times.popleft()
        return self.limit - len(self.times)

    def take(self, now):
        for follow in self.follows.values():
            for (minus, number, note), origin in follow.fresh():
                heapq.heappush(self.heap, (minus, number, note, origin))
        while self.heap:
            if self.room(now) <= 0:
                return
            *_, note, origin = heapq.heappop(self.heap)
            if origin.active and note not in self.had:
                self.had.add(note)
                self.times.append(now)
                yield note

class Notifier:
    def __init__(self, limit, window_ms):
        self.new_reader = functools.partial(Reader, limit, window_ms)
        self.readers, self.topics, self.number = {}, collections.defaultdict(Topic), 0

    def subscribe(self, user, topic):
        reader = self.readers.get(user)
        if reader is None:
            reader = self.readers[user] = self.new_reader()
        if topic not in reader.follows:
            reader.follows[topic] = Follow(self.topics[topic])

    def unsubscribe(self, user, topic):
        if user in self.readers and topic in self.readers[user].follows:
            self.readers[user].follows.pop(topic).active = False

    def publish(self, topic, note, priority):
        self.number += 1
        self.topics[topic].notes.append((-priority, self.number, note))

    def deliver(self, user, now):
        return list(self.readers[user].take(now)) if user in self.readers else []
