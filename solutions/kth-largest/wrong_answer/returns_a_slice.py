"""Wrong: returns a list in place of the number: [1], 1 gives [1]."""


def find_kth_largest(nums, k):
    return sorted(nums, reverse=True)[k - 1:k]
