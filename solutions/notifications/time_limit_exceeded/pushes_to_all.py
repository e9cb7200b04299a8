"""Slow: publish pushes the note into the heap of every subscriber: 50,000 times a thousand."""
from collections import defaultdict, deque
from heapq import heappop, heappush


class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.number = limit, window_ms, 0
        self.subscribers = defaultdict(dict)
        self.waiting, self.given = defaultdict(list), defaultdict(set)
        self.times = defaultdict(deque)

    def subscribe(self, user, topic):
        self.subscribers[topic].setdefault(user, self.number)

    def unsubscribe(self, user, topic):
        self.subscribers[topic].pop(user, None)

    def publish(self, topic, note, priority):
        self.number += 1
        entry = (-priority, self.number, note, topic)
        for user in self.subscribers[topic]:
            heappush(self.waiting[user], entry)

    def deliver(self, user, now):
        times, waiting, answer = self.times[user], self.waiting[user], []
        while times and times[0] <= now - self.window_ms:
            times.popleft()
        while waiting and len(times) < self.limit:
            _, number, note, topic = heappop(waiting)
            since = self.subscribers[topic].get(user, number)
            if since < number and note not in self.given[user]:
                self.given[user].add(note)
                answer.append(note)
                times.append(now)
        return answer
