from collections import namedtuple, defaultdict, deque

Item = namedtuple("Item", "rank number note topic generation")

class Notifier:
    def __init__(self, limit, window_ms):
        assert 1 <= limit <= 1000
        self.limit, self.window_ms = limit, window_ms
        self.number = 0
        self.generation = Counter()
        self.members = defaultdict(dict)
        self.logs = defaultdict(list)
        self.items = defaultdict(list)
        self.given = defaultdict(dict)
        self.window = defaultdict(deque)

    def subscribe(self, user, topic):
        if topic not in self.members[user]:
            self.members[user][topic] = len(self.logs[topic])

    def unsubscribe(self, user, topic):
        if topic in self.members[user]:
            del self.members[user][topic]
            self.generation[user, topic] += 1

    def publish(self, topic, note, priority):
        self.number += 1
        self.logs[topic].append((9 - priority, self.number, note))

    def deliver(self, user, now):
        items = self.items[user]
        for topic in list(self.members[user]):
            log, start = self.logs[topic], self.members[user][topic]
            for rank, number, note in log[start:]:
                heappush(items, Item(rank, number, note, topic, self.generation[user, topic]))
            self.members[user][topic] = len(log)
        window = self.window[user]
        while window and window[0] <= now - self.window_ms:
            window.popleft()
        answer = []
        while items and len(window) < self.limit:
            item = heappop(items)
            if item.generation != self.generation[user, item.topic]:
                continue
            if item.note in self.given[user]:
                continue
            self.given[user][item.note] = True
            window.append(now)
            answer.append(item.note)
        return answer
