"""Wrong: a dictionary of the class keeps the indices of earlier calls: right alone, wrong on the second call."""


class Solution:
    seen = {}

    def twoSum(self, nums: List[int], target: int) -> List[int]:
        for i, num in enumerate(nums):
            if target - num in self.seen:
                return [self.seen[target - num], i]
            self.seen[num] = i
