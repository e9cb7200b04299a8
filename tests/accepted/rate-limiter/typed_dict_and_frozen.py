from dataclasses import dataclass
from typing import TypedDict, Required, NotRequired, ClassVar

@dataclass(frozen=True, order=True)
class Request:
    at: int
    client: str

class State(TypedDict, total=False):
    requests: Required[deque]
    counts: Required[dict]
    refused: NotRequired[int]

class RateLimiter:
    kept: ClassVar[int] = 0

    def __init__(self, limit: int, window_ms: int) -> None:
        self.limit, self.window_ms = limit, window_ms
        self.state: State = {"requests": deque(), "counts": {}}

    def allow(self, client: str, now_ms: int) -> bool:
        requests, counts = self.state["requests"], self.state["counts"]
        while requests and requests[0].at <= now_ms - self.window_ms:
            old = requests.popleft()
            counts[old.client] -= 1
            if counts[old.client] == 0:
                del counts[old.client]
        if counts.get(client, 0) >= self.limit:
            self.state["refused"] = self.state.get("refused", 0) + 1
            return False
        requests.append(Request(now_ms, client))
        counts[client] = counts.get(client, 0) + 1
        return True
