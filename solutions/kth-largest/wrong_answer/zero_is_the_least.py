"""Wrong: takes 0 for the least value there is: [-1], 1 gives 0."""


def find_kth_largest(nums, k):
    best = [0] * k
    for num in nums:
        if num > best[0]:
            heapreplace(best, num)
    return best[0]
