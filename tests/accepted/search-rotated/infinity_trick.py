def search(nums, target):
    lo, hi = 0, len(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        num = nums[mid] if (nums[mid] < nums[0]) == (target < nums[0]) else -float('inf') if target < nums[0] else float('inf')
        if num < target: lo = mid + 1
        elif num > target: hi = mid
        else: return mid
    return -1
