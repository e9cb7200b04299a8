import heapq

class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.n = limit, window_ms, 0
        self.topics, self.state = {}, {}

    def _of(self, user):
        return self.state.setdefault(user, {"sub": {}, "wait": deque(), "had": set(), "at": deque()})

    def subscribe(self, user, topic):
        sub = self._of(user)["sub"]
        if topic not in sub:
            sub[topic] = [len(self.topics.setdefault(topic, [])), None]

    def unsubscribe(self, user, topic):
        one = self._of(user)["sub"].pop(topic, None)
        if one is not None:
            one[1] = "left"

    def publish(self, topic, note, priority):
        self.n += 1
        self.topics.setdefault(topic, []).append((-priority, self.n, note))

    def deliver(self, user, now):
        of = self._of(user)
        new = []
        for topic, one in of["sub"].items():
            log = self.topics[topic]
            if one[0] < len(log):
                new += [(entry, one) for entry in log[one[0]:]]
                one[0] = len(log)
        if new:
            new.sort(key=lambda pair: pair[0])
            of["wait"] = deque(heapq.merge(of["wait"], new, key=lambda pair: pair[0]))
        at, had, wait = of["at"], of["had"], of["wait"]
        while at and at[0] <= now - self.window_ms:
            at.popleft()
        answer = []
        while wait and len(at) < self.limit:
            (_, _, note), one = wait.popleft()
            if one[1] is None and note not in had:
                had.add(note)
                at.append(now)
                answer.append(note)
        return answer
