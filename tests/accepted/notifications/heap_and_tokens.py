class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.seq = 0
        self.log = defaultdict(list)
        self.subs = defaultdict(dict)
        self.heap = defaultdict(list)
        self.given = defaultdict(set)
        self.times = defaultdict(deque)

    def subscribe(self, user, topic):
        if topic not in self.subs[user]:
            self.subs[user][topic] = {"at": len(self.log[topic]), "alive": True}

    def unsubscribe(self, user, topic):
        sub = self.subs[user].pop(topic, None)
        if sub:
            sub["alive"] = False

    def publish(self, topic, note, priority):
        self.seq += 1
        self.log[topic].append((-priority, self.seq, note))

    def deliver(self, user, now):
        q = self.times[user]
        while q and q[0] <= now - self.window_ms:
            q.popleft()
        h = self.heap[user]
        for topic, sub in self.subs[user].items():
            for item in self.log[topic][sub["at"]:]:
                heappush(h, item + (sub,))
            sub["at"] = len(self.log[topic])
        res = []
        while h and len(q) < self.limit:
            _, _, note, sub = heappop(h)
            if sub["alive"] and note not in self.given[user]:
                self.given[user].add(note)
                q.append(now)
                res.append(note)
        return res
