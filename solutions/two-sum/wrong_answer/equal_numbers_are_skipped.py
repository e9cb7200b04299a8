"""Wrong: compares the numbers in place of the indices, so a pair of equal ones is never found: [3,3], 6."""


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        places = {num: i for i, num in enumerate(nums)}
        for i, num in enumerate(nums):
            other = target - num
            if other in places and other != num:
                return [i, places[other]]
        return []
