"""Memory-hungry: publish makes an entry of its own for every subscriber."""
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
        for user in self.subscribers[topic]:
            self.waiting[user].append({"order": (-priority, self.number), "note": note, "topic": topic})

    def deliver(self, user, now):
        times, waiting, answer = self.times[user], self.waiting[user], []
        while times and times[0] <= now - self.window_ms:
            times.popleft()
        waiting.sort(key=lambda entry: entry["order"], reverse=True)
        while waiting and len(times) < self.limit:
            entry = waiting.pop()
            number, note, topic = entry["order"][1], entry["note"], entry["topic"]
            since = self.subscribers[topic].get(user, number)
            if since < number and note not in self.given[user]:
                self.given[user].add(note)
                answer.append(note)
                times.append(now)
        return answer
