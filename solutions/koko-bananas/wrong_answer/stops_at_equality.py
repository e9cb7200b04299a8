"""Wrong: takes the first speed that needs exactly h hours, which need not be the smallest."""


class Solution:
    def minEatingSpeed(self, piles: List[int], h: int) -> int:
        l, r = 1, max(piles)
        while l < r:
            k = (l + r) // 2
            hours = sum((p + k - 1) // k for p in piles)
            if hours == h:
                return k
            if hours < h:
                r = k
            else:
                l = k + 1
        return l
