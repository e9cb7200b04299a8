"""Wrong: a set knows whether a sum has occurred, not how often: [0,0], 0 gives 2."""


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        seen = {0}
        total = count = 0
        for num in nums:
            total += num
            if total - k in seen:
                count += 1
            seen.add(total)
        return count
