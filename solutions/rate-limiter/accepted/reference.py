"""Reference: one queue over all clients, one number for each client in the window.

Time: O(1) per call, amortised, Space: O(requests in the window).
"""
from collections import deque


class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.window_ms = window_ms
        self.queue = deque()
        self.count = {}

    def allow(self, client, now_ms):
        queue, count = self.queue, self.count
        start = now_ms - self.window_ms
        while queue and queue[0][0] <= start:
            gone = queue.popleft()[1]
            if count[gone] == 1:
                del count[gone]
            else:
                count[gone] -= 1
        used = count.get(client, 0)
        if used >= self.limit:
            return False
        count[client] = used + 1
        queue.append((now_ms, client))
        return True
