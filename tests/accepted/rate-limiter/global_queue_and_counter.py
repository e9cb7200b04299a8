class RateLimiter:
    def __init__(self, limit: int, window_ms: int):
        self.limit = limit
        self.window_ms = window_ms
        self.events: Deque[Tuple[int, str]] = deque()
        self.counts: Dict[str, int] = defaultdict(int)

    def allow(self, client: str, now_ms: int) -> bool:
        while self.events and now_ms - self.events[0][0] >= self.window_ms:
            _, who = self.events.popleft()
            self.counts[who] -= 1
            if not self.counts[who]:
                self.counts.pop(who)
        allowed = self.counts.get(client, 0) < self.limit
        if allowed:
            self.counts[client] += 1
            self.events.append((now_ms, client))
        return allowed
