"""Slow: a random pivot, but equal elements all fall on one side: quadratic when all are equal."""


def find_kth_largest(nums, k):
    low, high, target = 0, len(nums) - 1, len(nums) - k
    while low < high:
        at = random.randint(low, high)
        nums[at], nums[high] = nums[high], nums[at]
        pivot, border = nums[high], low
        for i in range(low, high):
            if nums[i] < pivot:
                nums[i], nums[border] = nums[border], nums[i]
                border += 1
        nums[border], nums[high] = nums[high], nums[border]
        if border == target:
            return nums[border]
        if border < target:
            low = border + 1
        else:
            high = border - 1
    return nums[target]
