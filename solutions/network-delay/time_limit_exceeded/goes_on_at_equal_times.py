"""Slow: depth first that goes on from a node at an equal time too: all ways of a ladder are walked."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        graph = collections.defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        heard, path = {}, set()

        def walk(u, now):
            if u in path or now > heard.get(u, now):
                return
            heard[u] = now
            path.add(u)
            for v, w in graph[u]:
                walk(v, now + w)
            path.remove(u)

        walk(k, 0)
        return max(heard.values()) if len(heard) == n else -1
