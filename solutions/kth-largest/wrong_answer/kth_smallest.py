"""Wrong: counts from the small end: [2,1], 1 gives 1."""


def find_kth_largest(nums, k):
    return sorted(nums)[k - 1]
