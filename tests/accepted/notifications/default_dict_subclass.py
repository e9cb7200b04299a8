class Users(dict):
    def __missing__(self, name):
        self[name] = [{}, [], set(), deque()]
        return self[name]

class Notifier:
    def __init__(self, limit, window_ms):
        self.users, self.logs = Users(), defaultdict(list)
        self.limit, self.window_ms, self.tick = limit, window_ms, 0

    def subscribe(self, user, topic):
        topics, *_ = self.users[user]
        topics.setdefault(topic, len(self.logs[topic]))

    def unsubscribe(self, user, topic):
        topics, heap, *_ = self.users[user]
        if topics.pop(topic, None) is not None:
            heap[:] = [entry for entry in heap if entry[-1] != topic]
            heapify(heap)

    def publish(self, topic, note, priority):
        self.tick += 1
        self.logs[topic] += [(-priority, self.tick, note, topic)]

    def deliver(self, user, now):
        topics, heap, given, times = self.users[user]
        for topic in topics:
            for entry in self.logs[topic][topics[topic]:]:
                heappush(heap, entry)
            topics[topic] = len(self.logs[topic])
        while times and times[0] <= now - self.window_ms:
            times.popleft()
        answer = []
        while heap and len(times) < self.limit:
            note = heappop(heap)[2]
            if note not in given:
                given.add(note)
                times.append(now)
                answer.append(note)
        return answer
