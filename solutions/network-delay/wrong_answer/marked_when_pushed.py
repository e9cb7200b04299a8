"""Wrong: a node is marked when it is pushed, so a quicker way that is found later is lost."""
import heapq


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        heap, seen, last = [(0, k)], {k}, 0
        while heap:
            last, u = heapq.heappop(heap)
            for v, w in graph[u]:
                if v not in seen:
                    seen.add(v)
                    heapq.heappush(heap, (last + w, v))
        return last if len(seen) == n else -1
