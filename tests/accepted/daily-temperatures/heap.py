import heapq
def dailyTemperatures(temperatures):
    h, out = [], [0] * len(temperatures)
    for i, t in enumerate(temperatures):
        while h and h[0][0] < t:
            _, j = heapq.heappop(h); out[j] = i - j
        heapq.heappush(h, (t, i))
    return out
