"""Wrong: adds the times up instead of taking the latest: a star of three gives their sum."""
import heapq


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        seen, total, heap = set(), 0, [(0, k)]
        while heap:
            w, u = heapq.heappop(heap)
            if u not in seen:
                seen.add(u)
                total += w
                for v, more in graph[u]:
                    heapq.heappush(heap, (more, v))
        return total if len(seen) == n else -1
