"""Accepted: written anew in one line."""
def find_kth_largest(nums, k):
    return sorted(nums)[-k]
