"""Accepted: a queue of nodes whose time has improved (SPFA), nested function."""
from collections import deque


def networkDelay(times, n, k):
    graph = {}
    for u, v, w in times:
        graph.setdefault(u, {})[v] = w
    best = {k: 0}
    queue = deque([k])

    def improve(u):
        for v, w in graph.get(u, {}).items():
            if v not in best or best[u] + w < best[v]:
                best[v] = best[u] + w
                queue.append(v)

    while queue:
        improve(queue.popleft())
    return max(best.values()) if len(best) == n else -1
