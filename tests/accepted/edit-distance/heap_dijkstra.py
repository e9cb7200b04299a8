import heapq
def minDistance(w1, w2):
    heap, seen = [(0, 0, 0)], set()
    while heap:
        d, i, j = heapq.heappop(heap)
        while i < len(w1) and j < len(w2) and w1[i] == w2[j]: i += 1; j += 1
        if (i, j) in seen: continue
        seen.add((i, j))
        if i == len(w1) and j == len(w2): return d
        if i < len(w1): heapq.heappush(heap, (d + 1, i + 1, j))
        if j < len(w2): heapq.heappush(heap, (d + 1, i, j + 1))
        if i < len(w1) and j < len(w2): heapq.heappush(heap, (d + 1, i + 1, j + 1))
