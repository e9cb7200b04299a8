"""Accepted: a generator that yields who leaves the window, a Counter that forgets, the snake_case habit."""


def expired(log, edge):
    while log and log[0].at <= edge:
        yield log.popleft().client


Request = namedtuple("Request", "client at")


class Rate_Limiter:
    def __init__(self, limit: int, window_ms: int, *, verbose: bool = False) -> None:
        self.limit, self.window_ms, self.verbose = limit, window_ms, verbose
        self.log: Deque[Request] = deque()
        self.in_window = Counter()

    def allow(self, client: str, now_ms: int) -> bool:
        for gone in expired(self.log, now_ms - self.window_ms):
            self.in_window[gone] -= 1
            if self.in_window[gone] <= 0:
                del self.in_window[gone]
        if self.in_window[client] < self.limit:
            self.in_window[client] += 1
            self.log.append(Request(client, now_ms))
            return True
        if self.verbose:
            print("refused", client)
        return False
