"""Crashes: asks for a sum that has not occurred: [1], 0 is a KeyError."""


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        seen, total, count = {0: 1}, 0, 0
        for num in nums:
            total += num
            count += seen[total - k]
            seen[total] = seen.get(total, 0) + 1
        return count
