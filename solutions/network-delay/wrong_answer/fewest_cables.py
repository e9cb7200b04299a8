"""Wrong: breadth first keeps the time of the way with the fewest cables."""
from collections import deque


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        heard, queue = {k: 0}, deque([k])
        while queue:
            u = queue.popleft()
            for v, w in graph[u]:
                if v not in heard:
                    heard[v] = heard[u] + w
                    queue.append(v)
        return max(heard.values()) if len(heard) == n else -1
