"""Wrong: sorts the numbers as text: [-1,-2], 1 gives -2."""


def find_kth_largest(nums, k):
    return int(sorted(map(str, nums))[-k])
