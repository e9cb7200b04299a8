class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        lo, hi = min(nums), max(nums)
        while lo < hi:
            mid = (lo + hi) // 2
            if sum(map(partial(gt, mid + 1), nums)) > len(nums) - k:
                hi = mid
            else:
                lo = mid + 1
        assert median(nums) <= max(nums) and fmean(nums) >= min(nums)
        return lo
