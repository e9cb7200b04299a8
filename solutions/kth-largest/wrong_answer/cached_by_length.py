"""Wrong: remembers answers by (length, k) only: the second array of the same length gets the first one's answer."""


class Solution:
    memo = {}

    def findKthLargest(self, nums: List[int], k: int) -> int:
        key = (len(nums), k)
        if key not in self.memo:
            self.memo[key] = sorted(nums)[-k]
        return self.memo[key]
