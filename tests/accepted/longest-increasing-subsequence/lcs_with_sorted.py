def lengthOfLIS(nums):
    s = sorted(set(nums))
    row = [0] * (len(s) + 1)
    for x in nums:
        prev = 0
        for j, y in enumerate(s, 1):
            prev, row[j] = row[j], prev + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]
