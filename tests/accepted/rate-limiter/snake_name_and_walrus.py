class rate_limiter:
    def __init__(self, limit, window_ms):
        self.l, self.w, self.q, self.c = limit, window_ms, deque(), {}

    def allow(self, client, now_ms):
        q, c = self.q, self.c
        while q and (head := q[0])[0] + self.w <= now_ms:
            q.popleft()
            if (left := c[head[1]] - 1):
                c[head[1]] = left
            else:
                del c[head[1]]
        if ok := c.get(client, 0) < self.l:
            c[client] = c.get(client, 0) + 1
            q.append((now_ms, client))
        return ok
