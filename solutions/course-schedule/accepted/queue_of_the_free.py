"""Accepted: Kahn's way with a defaultdict, a deque and a count, and a print."""
from collections import defaultdict, deque
from typing import List


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        graph = defaultdict(list)
        indegree = {i: 0 for i in range(numCourses)}
        for a, b in prerequisites:
            graph[b].append(a)
            indegree[a] += 1
        q = deque(c for c in indegree if not indegree[c])
        res = []
        while q:
            cur = q.popleft()
            res.append(cur)
            for nxt in graph[cur]:
                indegree[nxt] -= 1
                if not indegree[nxt]:
                    q.append(nxt)
        print(res)
        return res if len(res) == numCourses else []
