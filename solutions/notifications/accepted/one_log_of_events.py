"""Accepted: one key for priority and age, tickets for subscriptions, a generator of what comes up next."""


class notifier:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.clock, self.tickets = 0, 0
        self.log_of = defaultdict(list)
        self.ticket_of = defaultdict(dict)
        self.live = {}
        self.heap_of = defaultdict(list)
        self.given_to = defaultdict(set)
        self.given_at = {}

    def subscribe(self, user, topic):
        if topic not in self.ticket_of[user]:
            self.tickets += 1
            self.ticket_of[user][topic] = self.tickets
            self.live[self.tickets] = len(self.log_of[topic])

    def unsubscribe(self, user, topic):
        ticket = self.ticket_of[user].pop(topic, None)
        self.live.pop(ticket, None)

    def publish(self, topic, note, priority):
        self.clock += 1
        self.log_of[topic].append(((9 - priority) * 10**9 + self.clock, note))

    def coming(self, user):
        heap = self.heap_of[user]
        for topic, ticket in self.ticket_of[user].items():
            log = self.log_of[topic]
            for position in range(self.live[ticket], len(log)):
                heapq.heappush(heap, (*log[position], ticket))
            self.live[ticket] = len(log)
        given = self.given_to[user]
        while heap:
            _, note, ticket = heapq.heappop(heap)
            if ticket in self.live and note not in given:
                given.add(note)
                yield note

    def deliver(self, user, now):
        if user not in self.given_at:
            self.given_at[user] = deque([None] * self.limit, maxlen=self.limit)
        last = self.given_at[user]
        room = sum(1 for at in last if at is None or at <= now - self.window_ms)
        answer = list(itertools.islice(self.coming(user), room))
        last.extend([now] * len(answer))
        return answer
