"""Wrong: pieces that begin at the front are missed, since 0 is not counted first: [1], 1 gives 0."""


class Solution:
    def subarraySum(self, nums, k):
        seen = defaultdict(int)
        total = count = 0
        for num in nums:
            total += num
            count += seen[total - k]
            seen[total] += 1
        return count
