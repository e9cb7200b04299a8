"""Wrong: sorts the numbers as text: [9,10], 1 gives 9."""


def find_kth_largest(nums, k):
    return int(sorted(map(str, nums))[-k])
