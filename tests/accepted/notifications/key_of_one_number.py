class Notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms, self.count = limit, window_ms, 0
        self.logs, self.cursor, self.ticket = {}, {}, 0
        self.heap, self.note_of, self.was_given, self.when = {}, {}, set(), {}

    def subscribe(self, user, topic):
        mine = self.cursor.setdefault(user, {})
        if topic not in mine:
            self.ticket += 1
            mine[topic] = [len(self.logs.setdefault(topic, [])), self.ticket]

    def unsubscribe(self, user, topic):
        mine = self.cursor.get(user)
        if mine and topic in mine:
            del mine[topic]

    def publish(self, topic, note, priority):
        self.count += 1
        key = (9 - priority) << 40 | self.count
        self.note_of[key] = topic, note
        self.logs.setdefault(topic, []).append(key)

    def deliver(self, user, now):
        mine = self.cursor.get(user, {})
        heap = self.heap.setdefault(user, [])
        for topic, state in mine.items():
            log = self.logs[topic]
            while state[0] < len(log):
                heapq.heappush(heap, (log[state[0]], state[1]))
                state[0] += 1
        when = self.when.setdefault(user, [])
        room = self.limit - len(when) + bisect_right(when, now - self.window_ms)
        answer = []
        while heap and room > 0:
            key, ticket = heapq.heappop(heap)
            topic, note = self.note_of[key]
            if topic in mine and mine[topic][1] == ticket and (user, note) not in self.was_given:
                self.was_given.add((user, note))
                when.append(now)
                answer.append(note)
                room -= 1
        return answer
