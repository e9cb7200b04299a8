class Notifier:
    """Copies to the members of small topics at once; whoever follows a large one reads its log."""
    SMALL = 100

    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.number = limit, window_ms, 0
        self.logs, self.members, self.heaps = {}, {}, {}
        self.given, self.times, self.mine = {}, {}, {}

    def subscribe(self, user, topic):
        members = self.members.setdefault(topic, {})
        if user not in members:
            members[user] = [len(self.logs.setdefault(topic, [])), True]
            self.mine.setdefault(user, set()).add(topic)

    def unsubscribe(self, user, topic):
        state = self.members.get(topic, {}).pop(user, None)
        if state:
            state[1] = False
            self.mine[user].discard(topic)

    def publish(self, topic, note, priority):
        self.number += 1
        log = self.logs.setdefault(topic, [])
        log.append((-priority, self.number, note))
        members = self.members.get(topic, {})
        if len(members) < self.SMALL:
            for user in members:
                self.fetch(user, topic)

    def fetch(self, user, topic):
        state, log = self.members[topic][user], self.logs[topic]
        heap = self.heaps.setdefault(user, [])
        for at in range(state[0], len(log)):
            heappush(heap, (*log[at], state))
        state[0] = len(log)

    def deliver(self, user, now):
        for topic in self.mine.get(user, ()):
            if self.members[topic][user][0] < len(self.logs[topic]):
                self.fetch(user, topic)
        heap = self.heaps.get(user, [])
        given = self.given.setdefault(user, set())
        times = self.times.setdefault(user, deque(maxlen=self.limit))
        answer = []
        while heap:
            if len(times) == self.limit and times[0] > now - self.window_ms:
                break
            *_, note, state = heappop(heap)
            if state[1] and note not in given:
                given.add(note)
                times.append(now)
                answer.append(note)
        return answer
