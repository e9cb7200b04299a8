def networkDelayTime(times, n, k):
    g = {}
    for u, v, w in times: g.setdefault(u, {})[v] = w
    dist = {k: 0}; q = deque([k])
    while q:
        u = q.popleft()
        for v, w in g.get(u, {}).items():
            if dist[u] + w < dist.get(v, float('inf')):
                dist[v] = dist[u] + w; q.append(v)
    return max(dist.values()) if len(dist) == n else -1
