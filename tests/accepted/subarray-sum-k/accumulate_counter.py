from itertools import accumulate
def subarraySum(nums, k):
    c = Counter([0]); total = 0
    for p in accumulate(nums):
        total += c[p - k]
        c[p] += 1
    return total
