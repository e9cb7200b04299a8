"""Does not load: two functions that both bear the name of the entry, and neither is chosen."""


def find_kth_largest(nums, k):
    return sorted(nums)[-k]


def findKthLargest(nums, k):
    return sorted(nums, reverse=True)[k - 1]
