"""Wrong: the partition keeps one pivot and drops its equals: [1,1], 2 gives 0."""


def find_kth_largest(nums, k):
    while nums:
        pivot = nums[len(nums) // 2]
        larger = [x for x in nums if x > pivot]
        smaller = [x for x in nums if x < pivot]
        if k <= len(larger):
            nums = larger
        elif k == len(larger) + 1:
            return pivot
        else:
            k -= len(larger) + 1
            nums = smaller
    return 0
