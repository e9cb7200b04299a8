"""Wrong: equal numbers are counted once: [2,2,1], 2 gives 1."""


def find_kth_largest(nums, k):
    values = sorted(set(nums), reverse=True)
    return values[min(k, len(values)) - 1]
