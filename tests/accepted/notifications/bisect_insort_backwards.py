from bisect import insort, bisect_right

class Notifier:
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.window_ms = window_ms
        self.people = {}
        self.topics = {}
        self.age = 0

    def person(self, user):
        if user not in self.people:
            self.people[user] = {"topics": {}, "waiting": [], "given": {}, "times": []}
        return self.people[user]

    def subscribe(self, user, topic):
        topics = self.person(user)["topics"]
        if topic not in topics:
            topics[topic] = len(self.topics.get(topic, []))

    def unsubscribe(self, user, topic):
        person = self.person(user)
        if topic in person["topics"]:
            person["topics"].pop(topic)
            person["waiting"] = [w for w in person["waiting"] if w[3] != topic]

    def publish(self, topic, note, priority):
        self.age -= 1
        self.topics.setdefault(topic, []).append((priority, self.age, note, topic))

    def deliver(self, user, now):
        person = self.person(user)
        new = []
        for topic, start in person["topics"].items():
            log = self.topics.get(topic, [])
            new.extend(log[start:])
            person["topics"][topic] = len(log)
        if len(new) < 50:
            for entry in new:
                insort(person["waiting"], entry)
        else:
            person["waiting"] = sorted(person["waiting"] + new)
        times = person["times"]
        answer = []
        while person["waiting"] and len(times) - bisect_right(times, now - self.window_ms) < self.limit:
            note = person["waiting"].pop()[2]
            if note not in person["given"]:
                person["given"][note] = now
                times.append(now)
                answer.append(note)
        return answer
