"""Accepted: Dijkstra without a heap, the nearest of all nodes each time."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        todo = {node: math.inf for node in range(1, n + 1)}
        todo[k] = 0
        while todo:
            u = min(todo, key=todo.get)
            now = todo.pop(u)
            if now == math.inf:
                return -1
            for a, v, w in times:
                if a == u and v in todo:
                    todo[v] = min(todo[v], now + w)
        return now
