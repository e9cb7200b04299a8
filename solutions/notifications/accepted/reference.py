"""Reference: a log for each topic, a position in it for each subscription, a heap for each user who asks.

Time: O(1) for publish, O(t + m log w) for deliver, Space: O(publications + notes taken over + subscriptions).
"""
from collections import deque
from heapq import heappop, heappush


class Subscription:
    __slots__ = ("log", "position", "ended")

    def __init__(self, log):
        self.log = log
        self.position = len(log)
        self.ended = False


class User:
    __slots__ = ("subscriptions", "waiting", "given", "times")

    def __init__(self):
        self.subscriptions = {}
        self.waiting = []
        self.given = set()
        self.times = deque()


class Notifier:
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.window_ms = window_ms
        self.number = 0
        self.logs = {}
        self.users = {}

    def subscribe(self, user, topic):
        if user not in self.users:
            self.users[user] = User()
        subscriptions = self.users[user].subscriptions
        if topic not in subscriptions:
            subscriptions[topic] = Subscription(self.logs.setdefault(topic, []))

    def unsubscribe(self, user, topic):
        if user in self.users:
            subscription = self.users[user].subscriptions.pop(topic, None)
            if subscription is not None:
                subscription.ended = True

    def publish(self, topic, note, priority):
        if topic in self.logs:
            self.number += 1
            self.logs[topic].append((-priority, self.number, note))

    def deliver(self, user, now):
        someone = self.users.get(user)
        if someone is None:
            return []
        times, waiting, given = someone.times, someone.waiting, someone.given
        while times and times[0] <= now - self.window_ms:
            times.popleft()
        room = self.limit - len(times)
        if not room:
            return []
        for subscription in someone.subscriptions.values():
            log = subscription.log
            for at in range(subscription.position, len(log)):
                priority, number, note = log[at]
                heappush(waiting, (priority, number, note, subscription))
            subscription.position = len(log)
        answer = []
        while waiting and len(answer) < room:
            _, _, note, subscription = heappop(waiting)
            if not subscription.ended and note not in given:
                given.add(note)
                answer.append(note)
        times.extend([now] * len(answer))
        return answer
