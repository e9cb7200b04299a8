"""Wrong: returns the length of the longest piece and not their number: [1,1], 2 gives 2."""


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        first, total, best = {0: -1}, 0, 0
        for i, num in enumerate(nums):
            total += num
            if total - k in first:
                best = max(best, i - first[total - k])
            first.setdefault(total, i)
        return best
