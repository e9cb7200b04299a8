"""Wrong: sorts the numbers and answers with places in the sorted list: [5,1,4], 9 gives [1,2]."""


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        nums.sort()
        l, r = 0, len(nums) - 1
        while l < r:
            if nums[l] + nums[r] == target:
                return [l, r]
            if nums[l] + nums[r] < target:
                l += 1
            else:
                r -= 1
