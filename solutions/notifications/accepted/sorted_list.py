"""Accepted: a sorted list a user, sorted again only when something new has come; the best stands at its end."""


class Notifier(object):
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.published = limit, window_ms, 0
        self.logs, self.positions, self.epoch = {}, {}, {}
        self.waiting, self.seen, self.history = {}, {}, {}

    def subscribe(self, user, topic):
        mine = self.positions.setdefault(user, {})
        if topic in mine:
            return
        mine[topic] = len(self.logs.get(topic, ()))
        self.epoch[user, topic] = self.epoch.get((user, topic), 0) + 1

    def unsubscribe(self, user, topic):
        if topic in self.positions.get(user, {}):
            del self.positions[user][topic]
            self.epoch[user, topic] += 1

    def publish(self, topic, note, priority):
        self.published -= 1
        self.logs.setdefault(topic, []).append((priority, self.published, note))

    def deliver(self, user, now):
        waiting = self.waiting.setdefault(user, [])
        seen = self.seen.setdefault(user, set())
        history = self.history.setdefault(user, [])
        positions = self.positions.get(user, {})
        before = len(waiting)
        for topic in positions:
            log = self.logs.get(topic, [])
            epoch = self.epoch[user, topic]
            for entry in log[positions[topic]:]:
                waiting.append((*entry, topic, epoch))
            positions[topic] = len(log)
        if len(waiting) > before:
            waiting.sort()
        recent = len(history) - bisect_right(history, now - self.window_ms)
        answer = []
        while waiting and recent + len(answer) < self.limit:
            _, _, note, topic, epoch = waiting.pop()
            if self.epoch[user, topic] == epoch and note not in seen:
                seen.add(note)
                answer.append(note)
        history += [now] * len(answer)
        return answer
