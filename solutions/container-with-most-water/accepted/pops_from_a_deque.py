"""Accepted: a deque that loses its shorter end, as a bare method."""


def maxArea(self, height):
    lines = deque(height)
    ans = 0
    while lines:
        width = len(lines) - 1
        if lines[0] < lines[-1]:
            ans = max(ans, width * lines.popleft())
        else:
            ans = max(ans, width * lines.pop())
    return ans
