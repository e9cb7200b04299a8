from heapq import heappush, heappop

class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit, self.window_ms = limit, window_ms
        self.heap, self.active = [], {}

    def allow(self, client, now_ms):
        while self.heap and self.heap[0][0] <= now_ms:
            gone = heappop(self.heap)[1]
            if self.active[gone] == 1:
                self.active.pop(gone)
            else:
                self.active[gone] -= 1
        if self.active.get(client, 0) == self.limit:
            return False
        self.active[client] = self.active.get(client, 0) + 1
        heappush(self.heap, (now_ms + self.window_ms, client))
        return True
