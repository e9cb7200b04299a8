"""Crashes: the dictionary has no entry for a node without cables: [[1, 2, 0]], 2, 1 is a KeyError."""
import heapq


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = {}
        for u, v, w in times:
            graph.setdefault(u, []).append((v, w))
        heard, heap = {}, [(0, k)]
        while heap:
            now, u = heapq.heappop(heap)
            if u not in heard:
                heard[u] = now
                for v, w in graph[u]:
                    heapq.heappush(heap, (now + w, v))
        return max(heard.values()) if len(heard) == n else -1
