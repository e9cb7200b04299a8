"""Memory-hungry: a place for every node at every moment and after every number of cables."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        reached = [[[False] * n for _ in range(100 * n + 1)] for _ in range(n + 1)]
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        heard, stack = {}, [(k, 0, 0)]
        while stack:
            u, now, cables = stack.pop()
            if cables < n and not reached[u][now][cables]:
                reached[u][now][cables] = True
                heard[u] = min(now, heard.get(u, now))
                stack += [(v, now + w, cables + 1) for v, w in graph[u]]
        return max(heard.values()) if len(heard) == n else -1
