"""Accepted: Dijkstra as it is usually pasted, with a defaultdict, a set of visited nodes and a print."""
import collections
import heapq
from typing import List


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        edges = collections.defaultdict(list)
        for u, v, w in times:
            edges[u].append((v, w))
        minHeap = [(0, k)]
        visit = set()
        t = 0
        while minHeap:
            w1, n1 = heapq.heappop(minHeap)
            if n1 in visit:
                continue
            visit.add(n1)
            t = w1
            for n2, w2 in edges[n1]:
                heapq.heappush(minHeap, (w1 + w2, n2))
        print(visit)
        return t if len(visit) == n else -1
