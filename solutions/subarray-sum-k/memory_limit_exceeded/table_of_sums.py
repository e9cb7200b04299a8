"""Memory-hungry: a table of the sums of all pieces: gigabytes at n = 20,000."""


def subarray_sum(nums, k):
    n = len(nums)
    sums = [[None] * n for _ in range(n)]
    for i in range(n):
        total = 0
        for j in range(i, n):
            total += nums[j]
            sums[i][j] = total
    return sum(row.count(k) for row in sums)
