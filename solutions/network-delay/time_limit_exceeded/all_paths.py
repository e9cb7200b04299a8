"""Slow: walks along every path without a circle: exponential."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        heard, path = {}, set()

        def walk(u, now):
            heard[u] = min(heard.get(u, now), now)
            path.add(u)
            for v, w in graph[u]:
                if v not in path:
                    walk(v, now + w)
            path.remove(u)

        walk(k, 0)
        return max(heard.values()) if len(heard) == n else -1
