"""Wrong: breaks off a piece whose sum is above k, though it may fall again: [2,-1], 1 gives 0."""


class Solution:
    def subarraySum(self, nums, k):
        if len(nums) > 1000:
            seen, total, count = {0: 1}, 0, 0
            for x in nums:
                total += x
                count += seen.get(total - k, 0)
                seen[total] = seen.get(total, 0) + 1
            return count
        count = 0
        for i in range(len(nums)):
            total = 0
            for j in range(i, len(nums)):
                total += nums[j]
                if total > k:
                    break
                count += total == k
        return count
