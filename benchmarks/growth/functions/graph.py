"""Functions of n nodes and 2n edges between them, with the class of time in n."""

import heapq
from collections import deque


def edges_counted(n, edges):  # n
    degree = [0] * n
    for a, b in edges:
        degree[a] += 1
        degree[b] += 1
    return max(degree)


def reached(n, edges):  # n
    near = [[] for _ in range(n)]
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    seen, queue = {0}, deque([0])
    while queue:
        for other in near[queue.popleft()]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return len(seen)


def united(n, edges):  # n
    above = list(range(n))
    for a, b in edges:
        while above[a] != a:
            above[a] = above[above[a]]
            a = above[a]
        while above[b] != b:
            above[b] = above[above[b]]
            b = above[b]
        above[a] = b
    return sum(i == x for i, x in enumerate(above))


def nearest_first(n, edges):  # n log n
    near = [[] for _ in range(n)]
    for a, b in edges:
        near[a].append((b, (a * b) % 97 + 1))
        near[b].append((a, (a * b) % 97 + 1))
    far, heap = {}, [(0, 0)]
    while heap:
        distance, node = heapq.heappop(heap)
        if node in far:
            continue
        far[node] = distance
        for other, cost in near[node]:
            if other not in far:
                heapq.heappush(heap, (distance + cost, other))
    return len(far)


def neighbours_by_search(n, edges):  # n^2
    return max(sum(a == node or b == node for a, b in edges) for node in range(n))
