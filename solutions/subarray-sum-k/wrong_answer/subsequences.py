"""Wrong: counts subsequences with gaps: [1,1,1], 2 gives 3."""


def subarray_sum(nums, k):
    ways = Counter({0: 1})
    for x in nums:
        for total, count in list(ways.items()):
            ways[total + x] += count
    return ways[k] - (k == 0)
