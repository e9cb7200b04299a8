"""Wrong: divides on the way, so 1 becomes 1.0: [1], 1 gives 1.0."""


def find_kth_largest(nums, k):
    return sorted(num / 1 for num in nums)[-k]
