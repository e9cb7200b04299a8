"""Accepted: Counters of what was given at which time; a heap of lists; the Deliver habit of capital letters."""
import heapq
from collections import Counter, defaultdict


class Sub:
    def __init__(self, start):
        self.start = start
        self.on = True


class Notifier:
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.window = window_ms
        self.topics = defaultdict(list)
        self.subs = {}
        self.inbox = defaultdict(list)
        self.done = set()
        self.counts = defaultdict(Counter)
        self.serial = 0

    def Subscribe(self, user, topic):
        if (user, topic) not in self.subs.get(user, {}):
            self.subs.setdefault(user, {})[user, topic] = Sub(len(self.topics[topic]))

    def Unsubscribe(self, user, topic):
        try:
            self.subs[user].pop((user, topic)).on = False
        except KeyError:
            pass

    def Publish(self, topic, note, priority):
        self.serial += 1
        self.topics[topic].append([-priority, self.serial, note])

    def Deliver(self, user, now):
        inbox, counts = self.inbox[user], self.counts[user]
        for (_, topic), sub in self.subs.get(user, {}).items():
            end = len(self.topics[topic])
            for entry in self.topics[topic][sub.start:end]:
                heapq.heappush(inbox, entry + [sub])
            sub.start = end
        for at in [at for at in counts if at <= now - self.window]:
            del counts[at]
        answer = []
        while inbox and sum(counts.values()) < self.limit:
            note, sub = heapq.heappop(inbox)[2:]
            if sub.on and (user, note) not in self.done:
                self.done.add((user, note))
                counts[now] += 1
                answer.append(note)
        return answer


if __name__ == "__main__":
    print(Notifier(1, 1).Deliver(input(), 0))
