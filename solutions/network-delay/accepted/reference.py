"""Reference: Dijkstra with a heap of arrivals.

Time: O(edges * log n), Space: O(n + edges).
"""
from heapq import heappop, heappush


def network_delay_time(times, n, k):
    cables = [[] for _ in range(n + 1)]
    for u, v, w in times:
        cables[u].append((v, w))
    heard, heap = {}, [(0, k)]
    while heap:
        now, node = heappop(heap)
        if node not in heard:
            heard[node] = now
            for other, w in cables[node]:
                heappush(heap, (now + w, other))
    return max(heard.values()) if len(heard) == n else -1
