"""Accepted: ten queues a user, one for each priority; what is new is sorted by number once."""
from collections import defaultdict, deque
from operator import itemgetter


class Notifier:
    def __init__(self, limit: int, window_ms: int):
        self.limit, self.window_ms = limit, window_ms
        self.counter = itertools.count()
        self.logs = defaultdict(list)
        self.topics_of = defaultdict(dict)
        self.queues = {}
        self.given = defaultdict(set)
        self.times = defaultdict(deque)

    def subscribe(self, user: str, topic: str) -> None:
        self.topics_of[user].setdefault(topic, [len(self.logs[topic]), True])

    def unsubscribe(self, user: str, topic: str) -> None:
        state = self.topics_of[user].pop(topic, [0, False])
        state[1] = False

    def publish(self, topic: str, note: int, priority: int) -> None:
        self.logs[topic].append((next(self.counter), note, priority))

    def deliver(self, user: str, now: int) -> list[int]:
        if user not in self.topics_of:
            return []
        times, given = self.times[user], self.given[user]
        while times and now - times[0] >= self.window_ms:
            times.popleft()
        if user not in self.queues:
            self.queues[user] = [deque() for _ in range(10)]
        new = []
        for topic, state in self.topics_of[user].items():
            log = self.logs[topic]
            while state[0] < len(log):
                new.append((*log[state[0]], state))
                state[0] += 1
        new.sort(key=itemgetter(0))
        for _, note, priority, state in new:
            self.queues[user][priority].append((note, state))
        answer = []
        for queue in reversed(self.queues[user]):
            while queue and len(times) < self.limit:
                note, state = queue.popleft()
                if state[1] and note not in given:
                    given.add(note)
                    times.append(now)
                    answer.append(note)
        print(user, "gets", len(answer))
        return answer
