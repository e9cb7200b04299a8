def find_kth_largest(nums, k):
    top = sorted(nums[:k])
    for n in nums[k:]:
        if n > top[0]:
            top.pop(0)
            insort(top, n)
    return top[0]
