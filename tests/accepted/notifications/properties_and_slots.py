class _User:
    __slots__ = ("_follows", "_queue", "_given", "_times")

    def __init__(self):
        self._follows, self._queue, self._given, self._times = {}, [], set(), deque()

    @property
    def best(self):
        """The next note that may be given, or None."""
        while self._queue:
            *_, note, flag = self._queue[0]
            if flag and note not in self._given:
                return note
            heappop(self._queue)
        return None

    def give(self, now):
        note = heappop(self._queue)[2]
        self._given.add(note)
        self._times.append(now)
        return note

    def used(self, edge):
        while self._times and self._times[0] <= edge:
            self._times.popleft()
        return len(self._times)

class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.users, self.logs, self.serial = {}, defaultdict(list), 0

    def subscribe(self, user, topic):
        follows = self.users.setdefault(user, _User())._follows
        follows.setdefault(topic, (deque(["alive"]), [len(self.logs[topic])]))

    def unsubscribe(self, user, topic):
        if user in self.users:
            flag, _ = self.users[user]._follows.pop(topic, (deque(), []))
            flag.clear()

    def publish(self, topic, note, priority):
        self.serial += 1
        self.logs[topic].append((-priority, self.serial, note))

    def deliver(self, user, now):
        someone = self.users.get(user)
        result = []
        if someone is None:
            return result
        for topic, (flag, place) in someone._follows.items():
            log = self.logs[topic]
            for minus, serial, note in log[place[0]:]:
                heappush(someone._queue, (minus, serial, note, flag))
            place[0] = len(log)
        while someone.used(now - self.window_ms) < self.limit and someone.best is not None:
            result.append(someone.give(now))
        return result
