"""Wrong: the latest time of those that were reached: [[2, 1, 4]], 2, 1 gives 0."""
import heapq


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        heard, heap = {}, [(0, k)]
        while heap:
            now, u = heapq.heappop(heap)
            if u not in heard:
                heard[u] = now
                for v, w in graph[u]:
                    heapq.heappush(heap, (now + w, v))
        return max(heard.values())
