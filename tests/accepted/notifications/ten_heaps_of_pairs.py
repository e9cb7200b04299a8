class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.now_published = itertools.count(1)
        self.topic_log = collections.defaultdict(list)
        self.user_topics = collections.defaultdict(dict)
        self.levels = collections.defaultdict(lambda: [[] for _ in range(10)])
        self.got = collections.defaultdict(set)
        self.clock = collections.defaultdict(collections.deque)

    def subscribe(self, user, topic):
        self.user_topics[user].setdefault(topic, [len(self.topic_log[topic])])

    def unsubscribe(self, user, topic):
        gone = self.user_topics[user].pop(topic, None)
        if gone is not None:
            gone.append("gone")

    def publish(self, topic, note, priority):
        self.topic_log[topic].append((next(self.now_published), note, priority))

    def deliver(self, user, now):
        levels, got, clock = self.levels[user], self.got[user], self.clock[user]
        for topic, place in self.user_topics[user].items():
            log = self.topic_log[topic]
            for number, note, priority in log[place[0]:]:
                heappush(levels[priority], (number, note, place))
            place[0] = len(log)
        while clock and clock[0] + self.window_ms <= now:
            clock.popleft()
        out = []
        for level in levels[::-1]:
            while level:
                if len(clock) == self.limit:
                    return out
                _, note, place = heappop(level)
                if len(place) == 1 and note not in got:
                    got.add(note)
                    clock.append(now)
                    out.append(note)
        return out
