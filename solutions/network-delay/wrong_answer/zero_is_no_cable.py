"""Wrong: a matrix in which 0 stands for no cable, and cables may take 0."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        cable = [[0] * (n + 1) for _ in range(n + 1)]
        for u, v, w in times:
            cable[u][v] = w
        heard, todo = {k: 0}, set(range(1, n + 1))
        while todo:
            near = [u for u in todo if u in heard]
            if not near:
                return -1
            u = min(near, key=heard.get)
            todo.remove(u)
            for v in todo:
                if cable[u][v]:
                    heard[v] = min(heard.get(v, float("inf")), heard[u] + cable[u][v])
        return max(heard.values())
