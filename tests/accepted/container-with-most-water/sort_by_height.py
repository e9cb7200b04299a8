class Solution(object):
    def maxArea(self, height):
        a = sorted(((h, i) for i, h in enumerate(height)), reverse=True)
        lo = hi = a[0][1]
        best = 0
        for h, i in a[1:]:
            best = max(best, h * max(abs(i - lo), abs(i - hi)))
            lo, hi = min(lo, i), max(hi, i)
        return best
