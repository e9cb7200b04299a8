"""Wrong: forgets all sums after each hit, so overlapping pieces are missed: [1,0], 1 gives 1."""


class Solution:
    def subarraySum(self, nums, k):
        seen, total, count = {0: 1}, 0, 0
        for num in nums:
            total += num
            if total - k in seen:
                count += seen[total - k]
                seen, total = {0: 1}, 0
            else:
                seen[total] = seen.get(total, 0) + 1
        return count
