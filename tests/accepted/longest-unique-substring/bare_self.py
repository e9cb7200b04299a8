def lengthOfLongestSubstring(self, s: str) -> int:
    queue = deque()
    inside = set()
    best = 0
    for c in s:
        while c in inside:
            inside.discard(queue.popleft())
        queue.append(c)
        inside.add(c)
        best = max(best, len(queue))
    return best
