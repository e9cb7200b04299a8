"""Does not load: a bracket is never closed."""


def find_kth_largest(nums, k):
    return sorted(nums[-k]
