"""Wrong: subscribing twice begins anew: what waits behind the old position is lost."""
from collections import defaultdict, deque
from heapq import heappop, heappush


class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.number = limit, window_ms, 0
        self.logs, self.positions = defaultdict(list), defaultdict(dict)
        self.waiting, self.given = defaultdict(list), defaultdict(set)
        self.times = defaultdict(deque)

    def subscribe(self, user, topic):
        self.positions[user][topic] = len(self.logs[topic])

    def unsubscribe(self, user, topic):
        if topic in self.positions[user]:
            del self.positions[user][topic]
            self.waiting[user] = [entry for entry in self.waiting[user] if entry[3] != topic]
            self.waiting[user].sort()

    def publish(self, topic, note, priority):
        self.number += 1
        self.logs[topic].append((-priority, self.number, note))

    def deliver(self, user, now):
        times, waiting, given = self.times[user], self.waiting[user], self.given[user]
        while times and times[0] <= now - self.window_ms:
            times.popleft()
        for topic, position in self.positions[user].items():
            for priority, number, note in self.logs[topic][position:]:
                heappush(waiting, (priority, number, note, topic))
            self.positions[user][topic] = len(self.logs[topic])
        answer = []
        while waiting and len(times) < self.limit:
            note = heappop(waiting)[2]
            if note not in given:
                given.add(note)
                times.append(now)
                answer.append(note)
        return answer
